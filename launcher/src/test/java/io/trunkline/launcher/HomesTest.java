package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class HomesTest {

    private static final Map<String, String> VARIABLE = Map.of("TRUNKLINE_HOME", "v");

    @TempDir
    private Path here;

    @TempDir
    private Path user;

    @Test
    void theOptionComesBeforeTheVariableBeforeTheFolderHereBeforeTheUsers() throws IOException {
        assertThat(Homes.resolve(null, Map.of(), here, user)).isEqualTo(user.resolve(".trunkline"));
        Files.createDirectory(here.resolve(".trunkline"));
        assertThat(Homes.resolve(null, Map.of(), here, user)).isEqualTo(here.resolve(".trunkline"));
        assertThat(Homes.resolve(null, VARIABLE, here, user)).isEqualTo(Path.of("v"));
        assertThat(Homes.resolve(Path.of("o"), VARIABLE, here, user)).isEqualTo(Path.of("o"));
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(Homes.resolve(null, Map.of("TRUNKLINE_HOME", ""), here, user)).isEqualTo(user.resolve(".trunkline"));
    }
}
