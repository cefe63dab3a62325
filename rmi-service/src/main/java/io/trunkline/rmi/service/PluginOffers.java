package io.trunkline.rmi.service;

import io.trunkline.engine.App;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.rmi.wire.Offers;
import io.trunkline.rmi.wire.Tables;
import io.trunkline.rmi.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine's gateways and apps can be asked to do, and the apps' tables, for clients. Safe from any thread. */
final class PluginOffers {

    private static final Logger LOG = LoggerFactory.getLogger(PluginOffers.class);

    private final MainEngine engine;

    PluginOffers(MainEngine engine) {
        this.engine = engine;
    }

    byte[] actions() {
        List<Offers.Offer> offers = new ArrayList<>();
        engine.gateways().forEach(gateway -> add(gateway, false, offers));
        engine.apps().forEach(app -> add(app, !(app instanceof RpcServiceApp), offers));
        return Offers.encode(offers);
    }

    private static void add(Plugin plugin, boolean isShown, List<Offers.Offer> offers) {
        try {
            List<Offers.Entry> actions = plugin.actions().stream().map(PluginOffers::entry).toList();
            offers.add(new Offers.Offer(plugin.name(), isShown && !plugin.monitors().isEmpty(), actions));
        } catch (RuntimeException e) {
            LOG.debug("what {} can be asked to do cannot be read", plugin.name(), e);
        }
    }

    private static Offers.Entry entry(Action action) {
        return new Offers.Entry(action.name(), action.help(), action.parameters());
    }

    /** The tables of an app. */
    byte[] tables(String name) throws WireException {
        return engine.apps().stream().filter(app -> app.name().equals(name)).findFirst().map(PluginOffers::tables)
                .orElseThrow(() -> new WireException("there is no app of that name"));
    }

    private static byte[] tables(App app) {
        return Tables.encode(app.monitors().stream()
                .map(each -> new Tables.Table(each.name(), each.columns(), each.rows().get())).toList());
    }
}
