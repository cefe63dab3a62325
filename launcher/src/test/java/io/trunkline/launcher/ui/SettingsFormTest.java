package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);
    private static final List<SettingDescriptor> DESCRIPTORS = List.of(
            SettingDescriptor.of("address", SettingType.ADDRESS, "127.0.0.1:2014", "Where it is."),
            SettingDescriptor.of("retries", SettingType.INTEGER, "3", "How often."),
            SettingDescriptor.of("fast", SettingType.FLAG, "true", "Whether fast."),
            SettingDescriptor.choice("mode", List.of("calm", "wild"), "How."),
            SettingDescriptor.of("password", SettingType.SECRET, "", "Who one is."));

    @Test
    void eachKindOfSettingHasItsKindOfField() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of(), TEXTS);

        assertThat(named(form, "address")).isInstanceOf(JTextField.class).isNotInstanceOf(JPasswordField.class);
        assertThat(named(form, "fast")).isInstanceOf(JCheckBox.class);
        assertThat(named(form, "mode")).isInstanceOf(JComboBox.class);
        assertThat(named(form, "password")).isInstanceOf(JPasswordField.class);
        assertThat(((JTextField) named(form, "retries")).getToolTipText()).contains(">How often.<");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsProposedFollowsTheFieldThatDecidesIt() {
        SettingsForm form = SettingsForm.of(List.of(
                SettingDescriptor.choice("scope", List.of("all", "client", "contract"), "Of whom."),
                SettingDescriptor.of("name", SettingType.TEXT, "", "Which.").proposing(new Proposals("scope",
                        Map.of("client", List.of("alice", "bob"), "contract", List.of("rb2610.SHFE"))))),
                Map.of("scope", "client", "name", "zoe"), TEXTS);
        JComboBox<String> scope = (JComboBox<String>) named(form, "scope");
        JComboBox<String> name = (JComboBox<String>) named(form, "name");
        assertThat(name.isEditable()).isTrue();
        assertThat(form.values()).containsEntry("name", "zoe");
        assertThat(name.getItemCount()).isEqualTo(2);

        scope.setSelectedItem("contract");
        assertThat(form.values()).as("what was typed stays").containsEntry("name", "zoe");
        assertThat(name.getItemAt(0)).isEqualTo("rb2610.SHFE");
        name.setSelectedItem("rb2610.SHFE");
        assertThat(form.values()).containsEntry("name", "rb2610.SHFE");

        scope.setSelectedItem("client");
        assertThat(form.values()).as("no contract is taken for a client").containsEntry("name", "");
    }

    @Test
    void fieldsStartWithWhatIsGivenElseWithTheDefault() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of("retries", "7", "fast", "false", "mode", "wild"), TEXTS);

        assertThat(form.values()).containsExactlyInAnyOrderEntriesOf(Map.of(
                "address", "127.0.0.1:2014", "retries", "7", "fast", "false", "mode", "wild", "password", ""));
    }

    @Test
    void aBadValueIsShownAtItsField() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of("retries", "often"), TEXTS);

        assertThat(form.check()).isFalse();
        assertThat(problem(form, "retries").isVisible()).isTrue();
        assertThat(problem(form, "retries").getText()).contains("“often” is not a whole number");
        assertThat(problem(form, "address").isVisible()).isFalse();
    }

    @Test
    void aProblemGoesAwayWithItsCause() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of("retries", "often"), TEXTS);
        form.check();

        ((JTextField) named(form, "retries")).setText("4");

        assertThat(form.check()).isTrue();
        assertThat(problem(form, "retries").isVisible()).isFalse();
    }

    @Test
    void whatThePluginSaysOfASettingIsShownThereWithoutItsNameAgain() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of(), TEXTS);

        assertThat(form.show(new SettingException("retries", "9 is <too> often"))).isTrue();
        assertThat(problem(form, "retries").getText()).contains(">9 is &lt;too&gt; often<");
        assertThat(form.show(new SettingException("unknown", "no"))).isFalse();
    }

    @Test
    void whatIsNotUsualIsHiddenUntilMoreIsWanted() {
        SettingsForm form = SettingsForm.of(
                DESCRIPTORS, Map.of(), TEXTS, descriptor -> descriptor.type() == SettingType.ADDRESS);
        assertThat(named(form, "address").isVisible()).isTrue();
        assertThat(named(form, "retries").isVisible()).isFalse();

        ((JToggleButton) named(form, "more")).doClick();

        assertThat(named(form, "retries").isVisible()).isTrue();
    }

    @Test
    void aHiddenFieldAppearsIfItIsFaulty() {
        SettingsForm form = SettingsForm.of(DESCRIPTORS, Map.of("retries", "often"), TEXTS,
                descriptor -> descriptor.type() == SettingType.ADDRESS);

        form.check();

        assertThat(named(form, "retries").isVisible()).isTrue();
    }

    private static JLabel problem(SettingsForm form, String key) {
        return (JLabel) named(form, key + ".problem");
    }

    private static Component named(SettingsForm form, String name) {
        List<Component> parts = new ArrayList<>(List.of(form.component().getComponents()));
        for (int i = 0; i < parts.size(); i++) {
            if (name.equals(parts.get(i).getName())) return parts.get(i);
            if (parts.get(i) instanceof Container container) parts.addAll(List.of(container.getComponents()));
        }
        throw new AssertionError("nothing is called " + name);
    }
}
