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
        return new Verb(name, "Does it.", parameters, (texts, home, user) -> List.of());
    }

    @Test
    void aVerbIsToldItsParametersAndTheHomeAndTellsTheUser() throws Exception {
        Verb verb = new Verb("greet", "Greets.", verb("any", "who").parameters(),
                (parameters, home, user) -> {
                    user.accept("hello " + parameters.text("who"));
                    return List.of("from " + home);
                });
        List<String> told = new ArrayList<>();

        Settings parameters = Settings.parse(verb.parameters(), Map.of("who", "desk"));
        assertThat(verb.body().run(parameters, Path.of("h"), told::add)).containsExactly("from h");
        assertThat(told).containsExactly("hello desk");
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

    @Test
    void aSecretThatMayBeMissingComesLast() {
        SettingDescriptor code = SettingDescriptor.of("code", SettingType.SECRET, "", "Which.");
        SettingDescriptor host = SettingDescriptor.of("host", SettingType.TEXT, "", "Which.");
        SettingDescriptor port = SettingDescriptor.of("port", SettingType.TEXT, "1", "Which.");

        new Verb("take", "", List.of(host, code, port), (texts, home, user) -> List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verb("take", "", List.of(code, port, host), (texts, home, user) -> List.of()))
                .withMessage("verb take: host must come before the secret code, which may be missing");
    }
}
