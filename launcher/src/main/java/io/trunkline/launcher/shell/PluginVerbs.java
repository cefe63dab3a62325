package io.trunkline.launcher.shell;

/** The verbs of this JVM's shell for what gateways and apps can do. They throw {@link ScriptException}s. */
public final class PluginVerbs {

    private PluginVerbs() {}

    /**
     * Has a gateway or app carry out an action with parameters {@code key=value}, and answers what it says: one of this
     * process, or of the server if there is none of that name here.
     */
    public static String act(String plugin, String action, String... parameters) {
        return new PluginActions(CurrentTrader.get().engine()).act(plugin, action, parameters);
    }
}
