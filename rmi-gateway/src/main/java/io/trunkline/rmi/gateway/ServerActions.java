package io.trunkline.rmi.gateway;

import io.trunkline.engine.plugin.Action;
import io.trunkline.engine.plugin.KeyValues;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.rmi.wire.ActionRequest;
import io.trunkline.rmi.wire.Offers;
import java.util.List;
import java.util.Map;

/** Actions of the server's gateways and apps, asked for from here. */
final class ServerActions {

    static final List<SettingDescriptor> PARAMETERS = List.of(
            SettingDescriptor.of("plugin", SettingType.TEXT, "", "the name of a gateway or app of the server"),
            SettingDescriptor.of("action", SettingType.TEXT, "", "the action's name"),
            SettingDescriptor.of("parameters", SettingType.TEXT, "",
                    "the action's parameters as key=value, separated by semicolons"));

    private ServerActions() {}

    /** An action here for each that the server's gateways and apps offer, called {@code server: Desk state}. */
    static List<Action> offered(ServerCalls calls, List<Offers.Offer> offers) {
        return offers.stream().flatMap(offer -> offer.actions().stream().map(each -> new Action(
                "server: " + offer.plugin() + " " + each.name(), each.help(), each.parameters(),
                settings -> ask(calls, new ActionRequest(offer.plugin(), each.name(), settings.asTexts()), each))))
                .toList();
    }

    private static String ask(ServerCalls calls, ActionRequest request, Offers.Entry offered) {
        ActionRequest.Answer answer = calls.act(request);
        if (answer.refusal() != null && answer.refusal().rule().equals(ActionRequest.PARAMETER)) {
            String why = answer.refusal().message();
            offered.parameters().stream().map(SettingDescriptor::key).filter(key -> why.startsWith(key + ": "))
                    .findFirst().ifPresent(key -> {
                        throw new SettingException(key, why.substring(key.length() + 2));
                    });
        }
        return text(answer);
    }

    /**
     * Asks for an action. Answers what it said.
     *
     * @throws IllegalStateException if it was not carried out; the message says why
     */
    static String run(ServerCalls calls, Settings settings) {
        ActionRequest request = new ActionRequest(settings.text("plugin").strip(), settings.text("action").strip(),
                parameters(settings.text("parameters")));
        return text(calls.act(request));
    }

    private static String text(ActionRequest.Answer answer) {
        if (answer.refusal() != null) throw new IllegalStateException(answer.refusal().toString());
        return answer.text();
    }

    private static Map<String, String> parameters(String text) {
        try {
            return KeyValues.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingException("parameters", e.getMessage());
        }
    }
}
