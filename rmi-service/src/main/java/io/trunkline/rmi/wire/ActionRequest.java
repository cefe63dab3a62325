package io.trunkline.rmi.wire;

import io.trunkline.engine.model.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Asks for an action of one of the server's gateways or apps.
 *
 * @param plugin the gateway's or app's name
 * @param action the action's name
 * @param parameters the texts of its parameters, by key
 */
public record ActionRequest(String plugin, String action, Map<String, String> parameters) {

    /** The rule by which a parameter is refused; the message begins with its key and a colon. */
    public static final String PARAMETER = "parameter";

    private static final int MOST_PARAMETERS = 64;

    /** Checks that nothing is null. */
    public ActionRequest {
        Objects.requireNonNull(plugin, "plugin");
        Objects.requireNonNull(action, "action");
        parameters = Map.copyOf(parameters);
    }

    /** The request's bytes. */
    public byte[] encode() {
        WireWriter out = new WireWriter(64);
        out.writeText(plugin);
        out.writeText(action);
        out.writeVarint(parameters.size());
        parameters.forEach((key, value) -> {
            out.writeText(key);
            out.writeText(value);
        });
        return out.toByteArray();
    }

    /** Reads a request. */
    public static ActionRequest decode(byte[] bytes) throws WireException {
        WireReader in = new WireReader(bytes);
        String plugin = in.readText();
        String action = in.readText();
        int count = in.readCount();
        if (count > MOST_PARAMETERS) throw new WireException(count + " parameters; the limit is " + MOST_PARAMETERS);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) parameters.put(in.readText(), in.readText());
        in.expectEnd();
        return new ActionRequest(plugin, action, parameters);
    }

    /**
     * What came of it.
     *
     * @param refusal why it was not carried out; null if it was
     * @param text what it said
     */
    public record Answer(Refusal refusal, String text) {

        /** The answer's bytes. */
        public byte[] encode() {
            WireWriter out = new WireWriter(64);
            out.writeBoolean(refusal != null);
            out.writeText(refusal == null ? text : refusal.rule());
            if (refusal != null) out.writeText(refusal.message());
            return out.toByteArray();
        }

        /** Reads an answer. */
        public static Answer decode(byte[] bytes) throws WireException {
            WireReader in = new WireReader(bytes);
            boolean isRefused = in.readBoolean();
            String first = in.readText();
            Answer answer = isRefused ? new Answer(new Refusal(first, in.readText()), "") : new Answer(null, first);
            in.expectEnd();
            return answer;
        }
    }
}
