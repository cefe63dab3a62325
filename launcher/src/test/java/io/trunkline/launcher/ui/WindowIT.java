package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.launcher.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real windows of a server and a client, side by side on a screen that nobody sees. */
class WindowIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path PLUGINS = Path.of("target", "examples", "plugins");

    private static final List<String> WINDOWS =
            List.of("hint", "main", "connect", "modules", "plugin", "search", "settings", "about", "fault");

    @TempDir
    private Path home;

    @Test
    void aServerAndAClientAreUsedFromTheirWindows() throws Exception {
        assumeTrue(Xvfb.isInstalled(), "needs Xvfb, which is not on the PATH");
        try (Xvfb screen = Xvfb.start();
                Program server = tour(screen, "server", "ui", "--home", home.resolve("server").toString(),
                        "--plugins", PLUGINS.toString())) {
            String address = server.awaitOut("SERVES ").replace("SERVES ", "");
            try (Program client = tour(screen, "client", "client", "--connect", address, "--print", "none", "--ui")) {
                client.awaitOut("ORDER CANCELLED");
                server.awaitOut("TOUR DONE");
                client.awaitOut("TOUR DONE");
                assertThat(client.exitCode()).as("closing the window: %s", client).isZero();
            }
            server.terminate();
            assertThat(server.exitCode()).as("SIGTERM: %s", server).isEqualTo(143);
        }
        for (String language : List.of("en", "zh")) {
            for (String window : WINDOWS) {
                assertThat(PICTURES.resolve(window + "-" + language + ".png")).isNotEmptyFile();
            }
        }
        assertThat(Files.readString(home.resolve("server/settings/ui/ui.properties"))).contains("setting.SIM.speed=60");
    }

    private Program tour(Xvfb screen, String role, String... arguments) throws IOException {
        String classPath = String.join(File.pathSeparator, Program.JAR, Path.of("target", "test-classes").toString());
        List<String> java = new ArrayList<>(List.of("-Duser.language=en", "-cp", classPath,
                WindowTour.class.getName(), role, PICTURES.toString()));
        java.addAll(List.of(arguments));
        return Program.java(List.of("env", "DISPLAY=" + screen.display(),
                "TRUNKLINE_HOME=" + home.resolve(role)), java);
    }
}
