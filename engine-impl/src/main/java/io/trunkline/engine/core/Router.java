package io.trunkline.engine.core;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Refusal;
import java.util.List;

/** Finds the gateway that a path leads to. */
final class Router {

    /** The rule that refuses a path that leads nowhere. */
    static final String UNKNOWN_GATEWAY = "unknown-gateway";

    private static final int LONGEST_PATH = 100;

    private final Gateways gateways;
    private final CoreBooks books;

    Router(Gateways gateways, CoreBooks books) {
        this.gateways = gateways;
        this.books = books;
    }

    /**
     * Where a request goes.
     *
     * @param gateway the local gateway; null if refused
     * @param path the path to send to it; the one asked for, or the one behind a remote gateway that lists the
     *     instrument
     * @param refusal why it goes nowhere; null if it does
     */
    record Route(Gateway gateway, String path, Refusal refusal) {

        private static Route refused(String path, String rule, String message) {
            return new Route(null, path, new Refusal(rule, message));
        }
    }

    /** The route to the gateway of a name. */
    Route toGateway(String name) {
        return gateways.find(name).map(gateway -> new Route(gateway, name, null)).orElseGet(
                () -> Route.refused(name, UNKNOWN_GATEWAY, Names.unknown("gateway", name, gateways.names())));
    }

    /** The route along a path, as it was written. */
    Route along(String path) {
        Route route = toGateway(GatewayPath.first(path));
        if (route.refusal != null) return route;
        if (!route.gateway.isRemote() && !GatewayPath.rest(path).isEmpty()) {
            return Route.refused(path, UNKNOWN_GATEWAY, "gateway " + route.path + " is not remote, so "
                    + PlainText.brief(path, LONGEST_PATH) + " leads nowhere");
        }
        return new Route(route.gateway, path, null);
    }

    /** The route along a path and on to the only gateway behind a remote one that lists an instrument. */
    Route to(String path, InstrumentId instrument) {
        Route route = along(path);
        if (route.refusal != null || !route.gateway.isRemote()) return route;
        List<String> listing = books.listing(instrument, path);
        if (listing.contains(path)) return route;
        if (listing.size() == 1) return new Route(route.gateway, listing.get(0), null);
        if (listing.size() > 1) {
            return Route.refused(path, "ambiguous-gateway", instrument + " can be reached through "
                    + String.join(" and ", listing) + "; name one of them instead of " + path);
        }
        if (!GatewayPath.rest(path).isEmpty()) return route; // the other side may know better
        return Route.refused(path, "unknown-contract", "no gateway behind " + path + " lists " + instrument);
    }
}
