package io.trunkline.engine;

import io.trunkline.engine.plugin.Command;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;

/**
 * Makes apps of one type. Found by {@link java.util.ServiceLoader} or given to an engine in code. Its constructor does
 * nothing.
 */
public interface AppProvider {

    /** The name of the type, such as {@code RpcService}; also the app's name. */
    String type();

    /** One line for a person. */
    String description();

    /** The settings that {@link App#start} takes. */
    List<SettingDescriptor> settings();

    /** Makes an app that is not started. */
    App create(MainEngine engine);

    /** Whether most who do not say what they want are glad to have it; false if it changes what others can do. */
    default boolean isUsual() {
        return true;
    }

    /**
     * What a user can do for apps of this type without an engine, such as making keys; empty if there is nothing.
     * Quick, for every start of a command line asks.
     */
    default List<Command> commands() {
        return List.of();
    }
}
