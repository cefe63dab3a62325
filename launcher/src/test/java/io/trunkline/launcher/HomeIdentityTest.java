package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HomeIdentityTest {

    private final Cli cli = new Cli();

    @TempDir
    private Path home;

    private Path file() {
        return home.resolve("keys").resolve("identity.p12");
    }

    private Map<String, String> settingsOf(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(Arrays.asList(more));
        cli.run(arguments.toArray(String[]::new));
        assertThat(cli.engine.options.home()).as("nothing is written").isEmpty();
        return cli.engine.connected.get("RPC");
    }

    private void makeFile() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"query orders", "order buy AP010.CZCE 1 @1", "cancel RPC.SIM.1", "outcome key",
        "act Desk state", "client --for 1ms", "top --once --timeout 1ms"})
    void everyCommandThatConnectsTakesTheIdentityOfTheHomeItIsGiven(String command) throws Exception {
        makeFile();

        assertThat(settingsOf(command, "--home", home.toString())).containsEntry("identity", file().toString());
    }

    @Test
    void theEnvironmentsHomeIsAsGood() throws Exception {
        makeFile();
        cli.variables.put("TRUNKLINE_HOME", home.toString());

        assertThat(settingsOf("query orders")).containsEntry("identity", file().toString());
    }

    @Test
    void anotherIdentityThatIsGivenStands() throws Exception {
        makeFile();

        assertThat(settingsOf("query orders", "--home", home.toString(), "--set", "RPC.identity=other.p12"))
                .containsEntry("identity", "other.p12");
    }

    @Test
    void aHomeWithoutOneGivesNone() {
        assertThat(settingsOf("query orders", "--home", home.toString())).doesNotContainKey("identity");
    }
}
