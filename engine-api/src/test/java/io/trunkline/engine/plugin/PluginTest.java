package io.trunkline.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PluginTest {

    @Test
    void hasNothingToShowOrDoUnlessItSaysSo() {
        Plugin plugin = new Plugin() {
            @Override
            public String name() {
                return "plain";
            }

            @Override
            public void close() {}
        };

        assertThat(plugin.monitors()).isEmpty();
        assertThat(plugin.actions()).isEmpty();
    }

    @Test
    void aMonitorKeepsItsColumnsAndAsksForRowsEachTime() {
        List<String> columns = new ArrayList<>(List.of("name"));
        List<List<Object>> rows = new ArrayList<>();
        Monitor monitor = new Monitor("sessions", columns, () -> List.copyOf(rows));
        columns.clear();
        rows.add(List.of("desk"));

        assertThat(monitor.columns()).containsExactly("name");
        assertThat(monitor.rows().get()).containsExactly(List.of("desk"));
    }

    @Test
    void anActionKeepsItsParametersAndRunsOnSettingsOfThem() {
        List<SettingDescriptor> parameters = new ArrayList<>();
        parameters.add(SettingDescriptor.of("session", SettingType.TEXT, "", "Which."));
        Action action = new Action("disconnect", "Ends a session.", parameters,
                settings -> "ended " + settings.text("session"));
        parameters.clear();

        assertThat(action.parameters()).hasSize(1);
        assertThat(action.run().apply(Settings.parse(action.parameters(), Map.of("session", "desk"))))
                .isEqualTo("ended desk");
    }

    @Test
    void anActionSaysHowItIsWritten() {
        Action action = new Action("state", "Sets a state.", List.of(
                SettingDescriptor.choice("scope", List.of("all", "client"), "Of whom."),
                SettingDescriptor.of("name", SettingType.TEXT, "", "Which."),
                SettingDescriptor.of("days", SettingType.INTEGER, "1", "How long.")), settings -> "");

        assertThat(action.usage()).isEqualTo("state scope=all|client name=TEXT days=INTEGER");
    }

    @Test
    void proposalsDependOnAnotherSettingOrOnNone() {
        Proposals some = new Proposals("scope", Map.of("client", List.of("alice")));
        assertThat(some.at("client")).containsExactly("alice");
        assertThat(some.at("all")).isEmpty();
        assertThat(Proposals.of(List.of("a", "b")).at("whatever")).containsExactly("a", "b");
        assertThat(Proposals.NONE.isEmpty()).isTrue();
        assertThat(some.isEmpty()).isFalse();
    }

    @Test
    void monitorsAndActionsNeedAllTheirParts() {
        assertThatNullPointerException().isThrownBy(() -> new Monitor(null, List.of(), List::of)).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> new Monitor("x", List.of(), null)).withMessage("rows");
        assertThatNullPointerException().isThrownBy(() -> new Action(null, "", List.of(), s -> "")).withMessage("name");
        assertThatNullPointerException().isThrownBy(() -> new Action("x", null, List.of(), s -> ""))
                .withMessage("help");
        assertThatNullPointerException().isThrownBy(() -> new Action("x", "", List.of(), null)).withMessage("run");
    }
}
