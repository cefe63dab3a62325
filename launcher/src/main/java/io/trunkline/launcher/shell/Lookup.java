package io.trunkline.launcher.shell;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Bar;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.HistoryRequest;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Interval;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Quote;
import io.trunkline.engine.plugin.Suggestion;
import io.trunkline.launcher.text.DateText;
import io.trunkline.launcher.text.InstrumentText;
import io.trunkline.launcher.text.Zones;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an engine knows, for scripts: what is asked for is there, or a {@link ScriptException} says why not. Safe from
 * any thread.
 */
public final class Lookup {

    private final MainEngine engine;
    private final Gateways gateways;
    private volatile String chosen = "";

    Lookup(MainEngine engine, Gateways gateways) {
        this.engine = engine;
        this.gateways = gateways;
    }

    /** Chooses the gateway path of all instruments from now on; an empty text chooses none. */
    public void choose(String path) {
        if (!path.isEmpty()) requirePath(path);
        chosen = path;
    }

    private void requirePath(String path) {
        gateways.requireAny();
        List<String> paths = engine.contracts().stream().map(Contract::gateway).distinct().toList();
        if (paths.contains(path)) return;
        throw new ScriptException("no gateway '" + path + "' lists instruments" + Suggestion.nearest(path, paths)
                .map(near -> "; did you mean " + near + "?").orElse("; choose one of " + String.join(", ", paths)));
    }

    /** The contract of an instrument, at the gateway that was chosen or else the only one that lists it. */
    public Contract contract(String text) {
        InstrumentId instrument = instrument(text);
        gateways.requireAny();
        List<Contract> found =
                engine.contracts().stream().filter(each -> each.instrument().equals(instrument)).toList();
        String path = chosen;
        if (found.isEmpty()) throw new ScriptException("unknown instrument " + text + hint(text));
        if (path.isEmpty() && found.size() == 1) return found.get(0);
        return found.stream().filter(each -> each.gateway().equals(path)).findFirst()
                .orElseThrow(() -> new ScriptException(text + " is listed by "
                        + found.stream().map(Contract::gateway).collect(Collectors.joining(" and "))
                        + (path.isEmpty() ? "" : ", not by " + path)
                        + "; choose one: gateway(\"" + found.get(0).gateway() + "\")"));
    }

    private static InstrumentId instrument(String text) {
        try {
            return InstrumentText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
    }

    private String hint(String text) {
        List<String> known = engine.contracts().stream().map(each -> each.instrument().toString()).toList();
        return Suggestion.nearest(text, known).map(near -> "; did you mean " + near + "?")
                .orElse("; contracts() lists the " + known.size() + " that are known");
    }

    /** An order by its id. */
    public Order order(Id id) {
        requireId(id);
        return found(engine.order(id), "order " + id, "orders()");
    }

    /** A quote by its id. */
    public Quote quote(Id id) {
        return found(engine.quote(id), "quote " + id, "quotes()");
    }

    /** An account by its id. */
    public Account account(Id id) {
        return found(engine.account(id), "account " + id, "accounts()");
    }

    /** The only account. */
    public Account account() {
        gateways.requireAny();
        List<Account> accounts = engine.accounts();
        if (accounts.size() == 1) return accounts.get(0);
        throw new ScriptException(accounts.isEmpty() ? "there is no account" : "there are " + accounts.size()
                + " accounts; name one: account(\"" + accounts.get(0).id() + "\")");
    }

    private <T> T found(Optional<T> value, String what, String list) {
        gateways.requireAny();
        return value.orElseThrow(() -> new ScriptException("there is no " + what + "; " + list + " lists all"));
    }

    /** What is held on one side of an instrument; of no volume if nothing is. */
    public Position position(String text, Direction direction) {
        Contract contract = contract(text);
        return engine.position(Position.idOf(contract.gateway(), contract.instrument(), direction)).orElseGet(
                () -> new Position(contract.gateway(), contract.instrument(), direction, 0, 0, 0, 0, 0));
    }

    /** Recorded bars between two days or times at the exchange; an empty end is none. */
    public List<Bar> bars(String text, String from, String to, Interval interval) {
        Contract contract = contract(text);
        try {
            ZoneId zone = Zones.of(contract.instrument().exchange());
            Instant start = DateText.parse(from, LocalTime.MIN, zone);
            Instant end = to.isEmpty() ? null : DateText.parse(to, LocalTime.MAX, zone);
            History history = engine.queryHistory(
                    new HistoryRequest(contract.gateway(), contract.instrument(), start, end, interval));
            history.whyRefused().ifPresent(refusal -> {
                throw new ScriptException("no bars: " + refusal);
            });
            return history.bars();
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
    }

    /** Throws if there is no id, as in a variable whose verb failed. */
    static void requireId(Id id) {
        if (id == null) throw new ScriptException("there is no id, it is null; did the verb that should give it fail?");
    }

    /** An id in its text form. */
    public static Id id(String text) {
        try {
            return Id.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ScriptException(e.getMessage());
        }
    }
}
