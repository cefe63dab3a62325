package io.trunkline.engine.core;

import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Monitor;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ReflectionException;

/**
 * Shows monitors and actions to JMX, as they are at each look. A monitor of figures becomes an attribute a figure, such
 * as {@code stream.events/s}, which a console can plot; any other table becomes one attribute, an array of its rows. An
 * action becomes an operation whose parameters are texts. Thread-safe.
 */
final class MonitorBean implements DynamicMBean {

    private static final List<String> FIGURES = List.of("figure", "value");
    private static final String TEXT = String.class.getName();

    private final String description;
    private final Supplier<List<Monitor>> monitors;
    private final Supplier<List<Action>> actions;

    MonitorBean(String description, Supplier<List<Monitor>> monitors, Supplier<List<Action>> actions) {
        this.description = description;
        this.monitors = monitors;
        this.actions = actions;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Monitor monitor : monitors.get()) {
            if (!monitor.columns().equals(FIGURES)) {
                values.put(monitor.name(), OpenTable.of(monitor));
                continue;
            }
            for (List<Object> row : monitor.rows().get()) {
                values.put(monitor.name() + "." + row.get(0), OpenTable.plain(row.get(1)));
            }
        }
        return values;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        Object value = values().get(name);
        if (value == null) throw new AttributeNotFoundException("there is no " + name);
        return value;
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        Map<String, Object> values = values();
        AttributeList list = new AttributeList();
        for (String name : names) {
            Object value = values.get(name);
            if (value != null) list.add(new Attribute(name, value));
        }
        return list;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        Action action = actions.get().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new ReflectionException(new NoSuchMethodException(name)));
        List<SettingDescriptor> parameters = action.parameters();
        int given = arguments == null ? 0 : arguments.length;
        if (given != parameters.size()) throw refused(name + " takes " + parameters.size() + " texts, not " + given);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < given; i++) {
            if (arguments[i] != null) texts.put(parameters.get(i).key(), arguments[i].toString());
        }
        try {
            return action.run().apply(Settings.parse(parameters, texts));
        } catch (RuntimeException e) {
            throw refused(e.getMessage());
        }
    }

    /** An exception of a class that every console knows. */
    private static MBeanException refused(String why) {
        return new MBeanException(new IllegalArgumentException(why), why);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        List<MBeanAttributeInfo> attributes = new ArrayList<>();
        values().forEach((name, value) -> attributes.add(
                new MBeanAttributeInfo(name, value.getClass().getName(), name, true, false, false)));
        MBeanOperationInfo[] operations = actions.get().stream().map(MonitorBean::operation)
                .toArray(MBeanOperationInfo[]::new);
        return new MBeanInfo(MonitorBean.class.getName(), description, attributes.toArray(MBeanAttributeInfo[]::new),
                null, operations, new MBeanNotificationInfo[0]);
    }

    private static MBeanOperationInfo operation(Action action) {
        MBeanParameterInfo[] parameters = action.parameters().stream()
                .map(parameter -> new MBeanParameterInfo(parameter.key(), TEXT, help(parameter)))
                .toArray(MBeanParameterInfo[]::new);
        return new MBeanOperationInfo(action.name(), action.help(), parameters, TEXT, MBeanOperationInfo.ACTION);
    }

    private static String help(SettingDescriptor parameter) {
        return parameter.choices().isEmpty() ? parameter.help() : parameter.help() + ": " + parameter.form();
    }
}
