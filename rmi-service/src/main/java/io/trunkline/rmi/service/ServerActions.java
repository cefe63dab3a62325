package io.trunkline.rmi.service;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.Plugin;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.access.Role;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.ActionRequest.Answer;
import io.trunkline.rmi.wire.WireException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out actions of the engine's gateways and apps for supervisors. Safe from any thread. */
final class ServerActions {

    private static final Logger LOG = LoggerFactory.getLogger(ServerActions.class);

    private final MainEngine engine;

    ServerActions(MainEngine engine) {
        this.engine = engine;
    }

    /** Answers a client that asks for an action. */
    Answer answer(byte[] bytes, Visitor visitor, SessionAudit audit) {
        ActionRequest request;
        try {
            request = ActionRequest.decode(Answers.present(bytes));
        } catch (WireException | RuntimeException e) {
            return no("bad-request", "the request cannot be read: " + e.getMessage());
        }
        Role role = visitor.rights().role();
        Answer answer = role.includes(Role.SUPERVISOR) ? run(request, visitor.name())
                : no("role", visitor.name() + " is a " + role + "; actions take a " + Role.SUPERVISOR);
        audit.acted(request, answer);
        return answer;
    }

    private Answer run(ActionRequest request, String client) {
        List<Plugin> plugins = Stream.concat(engine.gateways().stream(), engine.apps().stream())
                .map(Plugin.class::cast).toList();
        Optional<Plugin> plugin = plugins.stream().filter(each -> each.name().equals(request.plugin())).findFirst();
        if (plugin.isEmpty()) {
            return no("unknown-plugin", "the server has no gateway or app '" + request.plugin() + "'; there are "
                    + names(plugins.stream().map(Plugin::name)));
        }
        List<Action> actions = plugin.get().actions();
        Optional<Action> action = actions.stream().filter(each -> each.name().equals(request.action())).findFirst();
        if (request.action().isEmpty()) {
            return new Answer(null, request.plugin() + " takes " + names(actions.stream().map(Action::usage)));
        }
        if (action.isEmpty()) {
            return no("unknown-action", request.plugin() + " has no action '" + request.action() + "'; there are "
                    + names(actions.stream().map(Action::usage)));
        }
        Settings parameters;
        try {
            parameters = Settings.parse(action.get().parameters(), signed(request.parameters(), action.get(), client));
        } catch (SettingException e) {
            return no(ActionRequest.PARAMETER, e.key() + ": " + e.problem() + "; write " + request.plugin() + " "
                    + action.get().usage());
        }
        try {
            return new Answer(null, action.get().run().apply(parameters));
        } catch (SettingException e) {
            return no(ActionRequest.PARAMETER, e.key() + ": " + e.problem());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return no("action", request.plugin() + " " + request.action() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the action {} {} that {} asked for failed", request.plugin(), request.action(), client, e);
            return no("server-error", "the server could not carry this out; its log says why");
        }
    }

    /** The parameters, with the client's name before what it says of who wants it. */
    private static Map<String, String> signed(Map<String, String> parameters, Action action, String client) {
        if (action.parameters().stream().noneMatch(each -> each.key().equals(Action.BY)
                && each.type() == SettingType.TEXT && each.choices().isEmpty())) return parameters;
        Map<String, String> signed = new HashMap<>(parameters);
        String said = signed.getOrDefault(Action.BY, "").strip();
        signed.put(Action.BY, said.isEmpty() || said.equals(client) ? client : client + ": " + said);
        return signed;
    }

    private static String names(Stream<String> names) {
        String text = String.join(", ", names.sorted().toList());
        return text.isEmpty() ? "none" : text;
    }

    /** The bytes of the answer to a request that is refused. */
    static byte[] refuse(String rule, String message) {
        return no(rule, message).encode();
    }

    private static Answer no(String rule, String message) {
        return new Answer(new Refusal(rule, message), "");
    }
}
