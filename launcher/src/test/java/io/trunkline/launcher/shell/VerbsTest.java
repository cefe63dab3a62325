package io.trunkline.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerbsTest {

    private static final Pattern VERB = Pattern.compile("(?:^|, )(\\w+)\\(", Pattern.MULTILINE);

    @Test
    void helpNamesEveryVerbAndNoOther() throws Exception {
        try (InputStream in = Verbs.class.getResourceAsStream("verbs.txt")) {
            String help = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Set<String> named = VERB.matcher(help).results().map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> verbs = Stream.of(Verbs.class, PluginVerbs.class)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> Modifier.isPublic(method.getModifiers())).map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(named).isEqualTo(verbs);
        }
    }
}
