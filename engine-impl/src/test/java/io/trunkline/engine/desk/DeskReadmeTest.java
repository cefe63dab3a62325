package io.trunkline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.SettingDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README names the settings that there are. */
class DeskReadmeTest {

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        Matcher named = Pattern.compile("Desk\\.((all\\.|day\\.)?[a-zA-Z]+)")
                .matcher(Files.readString(Path.of("..", "README.md")));
        Set<String> names = new TreeSet<>();
        while (named.find()) names.add(named.group(1));
        List<String> keys = DeskSettings.DESCRIPTORS.stream().map(SettingDescriptor::key).toList();

        assertThat(keys).containsAll(names);
        assertThat(names).containsAll(keys.stream().filter(key -> !key.startsWith("all.")).collect(Collectors.toSet()));
    }
}
