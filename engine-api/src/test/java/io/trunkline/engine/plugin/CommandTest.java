package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class CommandTest {

    private static Verb verb(String name, String... keys) {
        List<SettingDescriptor> parameters = new ArrayList<>();
        for (String key : keys) parameters.add(SettingDescriptor.of(key, SettingType.TEXT, "", "Which."));
        return new Verb(name, "Does it.", parameters, (texts, home) -> List.of());
    }

    @Test
    void aVerbIsToldItsParametersAndTheHome() throws Exception {
        Verb verb = new Verb("greet", "Greets.", verb("any", "who").parameters(),
                (parameters, home) -> List.of("hello " + parameters.text("who"), "from " + home));

        Settings parameters = Settings.parse(verb.parameters(), Map.of("who", "desk"));
        assertThat(verb.body().run(parameters, Path.of("h"))).containsExactly("hello desk", "from h");
    }

    @Test
    void aCommandKeepsItsVerbs() {
        List<Verb> verbs = new ArrayList<>(List.of(verb("a")));
        Command command = new Command("greeting", "Greets.", verbs);
        verbs.clear();

        assertThat(command.verbs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Keys", "-keys", "two words", "a\nb", "a=b", "abcdefghijklmnopqrstuvwxyzabcdefg"})
    void namesThatCannotBeTypedAsOneWordAreRefused(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Command(word, "", List.of(verb("a"))))
                .withMessageContaining("'" + word + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> verb(word));
        assertThatIllegalArgumentException().isThrownBy(() -> verb("a", word));
    }

    @Test
    void whatStandsTwiceOrHasNoVerbIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Command("keys", "", List.of()))
                .withMessage("command keys has no verb");
        assertThatIllegalArgumentException().isThrownBy(() -> new Command("keys", "", List.of(verb("a"), verb("a"))))
                .withMessage("command keys has the verb a twice");
        assertThatIllegalArgumentException().isThrownBy(() -> verb("a", "b", "b"))
                .withMessage("verb a: the key b is taken");
        assertThatIllegalArgumentException().isThrownBy(() -> verb("a", "home"));
    }
}
