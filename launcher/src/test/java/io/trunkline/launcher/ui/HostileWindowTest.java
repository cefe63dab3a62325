package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.App;
import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.launcher.Partial;
import io.trunkline.launcher.text.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a window makes of texts of others: it shows them as they are, and fetches nothing that they name. */
@Timeout(30)
class HostileWindowTest {

    private static final Texts TEXTS = Texts.of(Locale.ENGLISH);

    private final UiStore store = UiStore.load(Path.of("no-such-folder"));
    private final Background background = new Background();
    private final UiContext context = new UiContext(Partial.of(MainEngine.class, new Object()), TEXTS, store,
            new SettingMemory(store, Map.of()), background);

    static Stream<String> texts() {
        return Hostile.TEXTS.stream();
    }

    @AfterEach
    void close() {
        background.close();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noActionIsNamedByMarkup(String text) {
        ActionBar bar = new ActionBar(context, "RPC", List::of, line -> { });

        bar.show(Stream.of(text, "server: " + text, text + ": rest")
                .map(name -> new Action(name, text, settings(text), done -> "done")).toList());

        assertThat(bar.component().getComponents()).isNotEmpty();
        Markup.assertNoneIn(bar.component());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noSettingIsNamedExplainedOrChosenByMarkup(String text) {
        Markup.assertNoneIn(SettingsForm.of(settings(text), Map.of(), TEXTS).component());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noMonitorHasMarkupInItsTitleHeadsCellsOrFault(String text) {
        MonitorTabs tabs = new MonitorTabs();

        tabs.show(List.of(new MonitorRows(text, List.of(text, "client"), List.of(List.of(1, text)), text)));

        Markup.assertNoneIn(tabs.component());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noLampIsNamedByMarkup(String text) {
        LampLabel label = new LampLabel();

        label.showNamed(new Lamp(text, Lamp.Light.RED, "down", text));

        Markup.assertNoneIn(label.component());
        Markup.assertNoneInTip(Labels.wrapped(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noAppIsDescribedByMarkup(String text) {
        AppControls controls = new AppControls(
                context, Partial.of(App.class, new Named(text)), Partial.of(AppProvider.class, new Type(text)));

        Markup.assertNoneIn(controls.component());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTitleIsMarkup(String text) {
        assertThat(Labels.title(text)).endsWith(text).matches(title -> !BasicHTML.isHTMLString(title));
    }

    private static List<SettingDescriptor> settings(String text) {
        return List.of(
                SettingDescriptor.of(text, SettingType.INTEGER, "", text),
                SettingDescriptor.choice("choice", List.of("other", text), text),
                SettingDescriptor.of("proposed", SettingType.TEXT, "", text)
                        .proposing(Proposals.of(List.of("other", text))));
    }

    /** An app with a name. */
    public record Named(String name) {}

    /** A type of apps with a description. */
    public record Type(String description) {

        public List<SettingDescriptor> settings() {
            return List.of();
        }
    }
}
