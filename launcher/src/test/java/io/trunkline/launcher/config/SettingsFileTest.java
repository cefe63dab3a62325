package io.trunkline.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final Path NAME = Path.of("t.properties");

    @TempDir
    private Path folder;

    @Test
    void takesValuesAsTheyStand() {
        SettingsFile file =
                SettingsFile.parse(NAME, "\ufeff# a comment\n\n  SIM.ticks = C:\\data\\苹果=1 # x \nA.b=\n");

        assertThat(file.get("SIM.ticks")).contains(new Given("C:\\data\\苹果=1 # x", Level.FILE, "t.properties:3"));
        assertThat(file.get("A.b")).map(Given::text).contains("");
        assertThat(file.get("A.c")).isEmpty();
    }

    @Test
    void namesTheLineThatIsNoSetting() {
        assertThatThrownBy(() -> SettingsFile.parse(NAME, "a.b=1\nhello\n"))
                .hasMessage("t.properties:2: 'hello' is not a setting; write KEY=value");
        assertThatThrownBy(() -> SettingsFile.parse(NAME, "a.b=1\na.b=2\n"))
                .hasMessage("t.properties:2: a.b stands at t.properties:1 as well; leave one of them out");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        Path latin = Files.write(folder.resolve("latin"), "a.b=é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SettingsFile.read(latin)).hasMessageContaining("is not UTF-8 text");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none"))).hasMessageContaining("there is no file");
    }

    @Test
    void knowsWhetherOthersCanReadIt() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs files with POSIX permissions");
        Path path = Files.writeString(folder.resolve("f"), "a.b=1");

        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        assertThat(SettingsFile.read(path).isOpenToOthers()).isFalse();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(SettingsFile.read(path).isOpenToOthers()).isTrue();
    }
}
