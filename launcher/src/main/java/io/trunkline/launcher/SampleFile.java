package io.trunkline.launcher;

import io.trunkline.engine.AppProvider;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.launcher.config.Layers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a settings file in which all that can be set stands with its default, commented out. For one thread. */
final class SampleFile {

    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    private SampleFile() {}

    /** The lines of the file: the options of all commands, then the settings of all types of gateways and apps. */
    static List<String> lines(CommandSpec root, MainEngine engine) {
        SampleFile sample = new SampleFile();
        sample.comment("Settings of trunkline, in UTF-8. The program looks for this file at --config FILE, else "
                + "TRUNKLINE_CONFIG, ./" + SettingsPlace.FILE + ", or " + SettingsPlace.FILE + " in its home. "
                + "What is typed wins, then the environment, then this file. Take the # away from a line to set it; "
                + "a value goes to the end of its line, and an empty one is as good as none.");
        root.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(sample::command);
        for (GatewayProvider type : engine.gatewayTypes()) sample.settings("gateway", type.type(), type.settings());
        for (AppProvider type : engine.appTypes()) sample.settings("app", type.type(), type.settings());
        return sample.lines;
    }

    private void command(CommandSpec command) {
        List<OptionSpec> options = command.options().stream()
                .filter(option -> OptionSources.names(command).contains(OptionSources.name(option))).toList();
        if (options.isEmpty()) return;
        heading("trunkline " + command.name() + "; in the environment "
                + Layers.optionVariable(command.name(), "OPTION"));
        for (OptionSpec option : options) {
            lines.add("");
            comment(String.join(" ", option.description()));
            lines.add("#" + command.name() + "." + OptionSources.name(option) + "=" + EffectiveSettings.usual(option));
        }
    }

    private void settings(String kind, String type, List<SettingDescriptor> descriptors) {
        if (descriptors.isEmpty()) return;
        heading("The " + kind + " " + type + "; in the environment " + Layers.settingVariable(type, "KEY"));
        for (SettingDescriptor descriptor : descriptors) {
            lines.add("");
            String form = descriptor.choices().isEmpty() ? descriptor.type().description()
                    : String.join(", ", descriptor.choices());
            comment(descriptor.help() + " (" + form + ")");
            lines.add("#" + type + "." + descriptor.key() + "=" + descriptor.defaultValue());
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add("# " + "-".repeat(WIDTH - 2));
        comment(text);
    }

    private void comment(String text) {
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split("\\s+")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(1);
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }
}
