package io.trunkline.engine.gateway;

import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.plugin.SettingDescriptor;
import java.util.List;
import java.util.Set;

/**
 * Makes gateways of one type. Found by {@link java.util.ServiceLoader} or given to an engine in code. Its constructor
 * does nothing, since every provider on the path is instantiated.
 */
public interface GatewayProvider {

    /** The name of the type, such as {@code CTP}; also the usual name of a gateway. */
    String type();

    /** One line for a person. */
    String description();

    /** The settings that {@link Gateway#connect} takes, in the order in which a dialog shows them. */
    List<SettingDescriptor> settings();

    /** The exchanges that it reaches. */
    Set<Exchange> exchanges();

    /** Makes a gateway that is not connected. */
    Gateway create(GatewayContext context);
}
