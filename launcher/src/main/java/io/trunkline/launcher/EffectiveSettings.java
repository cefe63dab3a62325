package io.trunkline.launcher;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.launcher.config.Given;
import io.trunkline.launcher.text.SettingValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Says what the options and settings of a command amount to, and where each value comes from. For one thread.
 *
 * @param environment the command's
 * @param engine knows the types of gateways and apps
 */
record EffectiveSettings(Environment environment, MainEngine engine) {

    private static final String DEFAULT = "default";
    private static final String MASKED = "***";

    /** Those of a command whose command line was parsed. */
    List<SettingValue> of(CommandSpec command) {
        List<SettingValue> values = new ArrayList<>();
        OptionSources sources = OptionSources.of(command);
        for (String name : OptionSources.names(command)) {
            OptionSpec option = command.findOption("--" + name);
            if (option == null || isShort(command, option)) continue;
            Optional<Given> given = sources.given(command, option.longestName());
            values.add(new SettingValue(command.name() + "." + name,
                    given.map(Given::text).orElse(usual(option)), given.map(Given::source).orElse(DEFAULT)));
        }
        values.addAll(settings(command));
        return values;
    }

    private static boolean isShort(CommandSpec command, OptionSpec option) {
        return ShortOption.of(command).stream().anyMatch(each -> each.option().equals(option.longestName()));
    }

    /** What stands if an option is not given; empty if that is nothing, or not one value. */
    static String usual(OptionSpec option) {
        String value = option.defaultValue();
        if (value != null) return option.type().isEnum() ? value.toLowerCase(Locale.ROOT) : value;
        return option.type() == boolean.class ? "false" : "";
    }

    private List<SettingValue> settings(CommandSpec command) {
        boolean isServer = command.findOption("--bind") != null;
        if (!isServer && command.findOption("--connect") == null) return List.of();
        Map<String, List<SettingDescriptor>> plugins = new LinkedHashMap<>();
        GivenSettings given = isServer ? ofServer(command, plugins) : ofClient(command, plugins);
        List<SettingValue> values = new ArrayList<>();
        plugins.forEach((name, descriptors) -> {
            given.of(name, descriptors);
            descriptors.forEach(descriptor -> values.add(value(name, descriptor, given.given(name, descriptor.key()))));
        });
        return values;
    }

    private GivenSettings ofServer(CommandSpec command, Map<String, List<SettingDescriptor>> plugins) {
        ServerPlan plan = ServerPlan.parse(listed(command, "--gateway"), listed(command, "--app"));
        GivenSettings given = GivenSettings.parse(environment, command, listed(command, "--set"));
        plan.check(engine, given);
        plan.gateways().forEach((name, type) -> plugins.put(name, Plugins.gateway(engine, type).settings()));
        plan.apps().forEach(type -> plugins.put(type, Plugins.app(engine, type).settings()));
        return given;
    }

    private GivenSettings ofClient(CommandSpec command, Map<String, List<SettingDescriptor>> plugins) {
        GivenSettings given = GivenSettings.parse(environment, command, listed(command, "--set"));
        plugins.put(Names.RPC, Plugins.gateway(engine, Names.RPC).settings());
        for (String type : Apps.types(listed(command, "--app"))) {
            plugins.put(type, Plugins.app(engine, type).settings());
        }
        given.checkNames(plugins.keySet());
        return given;
    }

    private static SettingValue value(String name, SettingDescriptor descriptor, Optional<Given> given) {
        String text = given.map(Given::text).orElse(descriptor.defaultValue());
        boolean isMasked = descriptor.type() == SettingType.SECRET && !text.isEmpty();
        return new SettingValue(name + "." + descriptor.key(), isMasked ? MASKED : text,
                given.map(Given::source).orElse(DEFAULT));
    }

    private static List<String> listed(CommandSpec command, String option) {
        OptionSpec spec = command.findOption(option);
        List<String> values = new ArrayList<>();
        if (spec != null && spec.getValue() instanceof List<?> list) list.forEach(each -> values.add(each.toString()));
        return values;
    }
}
