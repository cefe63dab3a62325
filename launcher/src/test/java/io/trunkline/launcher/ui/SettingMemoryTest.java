package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingMemoryTest {

    private static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("user", SettingType.TEXT, "nobody", "Who."),
            SettingDescriptor.of("password", SettingType.SECRET, "", "Secret."));
    private static final Map<String, String> TYPED = Map.of("user", "somebody", "password", "s3same");

    @TempDir
    private Path home;

    @Test
    void whatWasTypedComesBackAtTheNextStart() {
        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, false);

        assertThat(memory(Map.of()).recall("CTP", DESCRIPTORS)).containsEntry("user", "somebody");
        assertThat(memory(Map.of()).recall("CTP2", DESCRIPTORS)).containsEntry("user", "nobody");
    }

    @Test
    void aSecretIsNotStoredUnlessTheUserWantsIt() throws IOException {
        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, false);

        assertThat(Files.readString(home.resolve("ui.properties"))).doesNotContain("s3same");
        assertThat(memory(Map.of()).recall("CTP", DESCRIPTORS)).containsEntry("password", "");
        assertThat(memory(Map.of()).hasSecrets("CTP", DESCRIPTORS)).isFalse();
    }

    @Test
    void aSecretThatTheUserWantsStoredComesBackAndIsForgottenOnceUnwanted() throws IOException {
        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, true);
        assertThat(memory(Map.of()).recall("CTP", DESCRIPTORS)).containsEntry("password", "s3same");
        assertThat(memory(Map.of()).hasSecrets("CTP", DESCRIPTORS)).isTrue();

        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, false);

        assertThat(Files.readString(home.resolve("ui.properties"))).doesNotContain("s3same");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs files with POSIX permissions");
        Files.createFile(home.resolve("ui.properties.new"));

        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, true);

        assertThat(Files.getPosixFilePermissions(home.resolve("ui.properties")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void whatTheCommandWasGivenStandsBeforeWhatWasTyped() {
        memory(Map.of()).remember("CTP", DESCRIPTORS, TYPED, false);

        assertThat(memory(Map.of("CTP", Map.of("user", "given"))).recall("CTP", DESCRIPTORS))
                .containsEntry("user", "given");
    }

    private SettingMemory memory(Map<String, Map<String, String>> given) {
        return new SettingMemory(UiStore.load(home), given);
    }
}
