package io.trunkline.rmi.wire;

import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of what a server's gateways and apps can be asked to do: the answer to a {@link LookUp} of
 * {@link LookUp.Kind#ACTIONS}. Both sides bound how large it may be; the writer leaves out actions that are too large
 * and proposals beyond the bounds, and the reader refuses what is larger.
 */
public final class Offers {

    /** The longest answer in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_COUNT = 128; // of plug-ins, of one's actions, of parameters, of texts in a list
    private static final int MAX_TEXT = 512; // characters
    private static final SettingType[] TYPES = SettingType.values();

    /**
     * What one gateway or app offers.
     *
     * @param plugin its name
     * @param hasTables whether a {@link LookUp} of {@link LookUp.Kind#MONITORS} with its name answers tables
     * @param actions what it can be asked to do
     */
    public record Offer(String plugin, boolean hasTables, List<Entry> actions) {

        /** Copies the list. */
        public Offer {
            actions = List.copyOf(actions);
        }
    }

    /** An action: its name, a sentence about it, and what it must be told. */
    public record Entry(String name, String help, List<SettingDescriptor> parameters) {

        /** Copies the list. */
        public Entry {
            parameters = List.copyOf(parameters);
        }
    }

    private Offers() {}

    /** The bytes of offers. */
    public static byte[] encode(List<Offer> offers) {
        WireWriter body = new WireWriter(1 << 10);
        int count = 0;
        for (Offer offer : offers) {
            int length = body.length();
            write(offer, body);
            if (count == MAX_COUNT || !fits(offer.plugin()) || body.length() > MAX_BYTES - 16) {
                body.truncate(length);
                continue;
            }
            count++;
        }
        WireWriter out = new WireWriter(body.length() + 16);
        out.writeVarint(count);
        out.writeBytes(body.array(), 0, body.length());
        return out.toByteArray();
    }

    private static void write(Offer offer, WireWriter out) {
        List<Entry> actions = offer.actions().stream().filter(Offers::fits).limit(MAX_COUNT).toList();
        out.writeText(offer.plugin());
        out.writeBoolean(offer.hasTables());
        out.writeVarint(actions.size());
        for (Entry action : actions) {
            out.writeText(action.name());
            out.writeText(action.help());
            out.writeVarint(action.parameters().size());
            action.parameters().forEach(parameter -> write(parameter, out));
        }
    }

    private static void write(SettingDescriptor parameter, WireWriter out) {
        out.writeText(parameter.key());
        out.writeEnum(parameter.type());
        out.writeText(parameter.defaultValue());
        writeTexts(parameter.choices(), out);
        out.writeText(parameter.help());
        Proposals proposals = parameter.proposals();
        List<String> cases = proposals.texts().keySet().stream().filter(Offers::fits).limit(MAX_COUNT).toList();
        out.writeText(fits(proposals.key()) ? proposals.key() : "");
        writeTexts(cases, out);
        cases.forEach(each -> writeTexts(
                proposals.texts().get(each).stream().filter(Offers::fits).limit(MAX_COUNT).toList(), out));
    }

    private static void writeTexts(List<String> texts, WireWriter out) {
        out.writeVarint(texts.size());
        texts.forEach(out::writeText);
    }

    private static boolean fits(Entry action) {
        return fits(action.name()) && fits(action.help()) && action.parameters().size() <= MAX_COUNT
                && action.parameters().stream().allMatch(each -> fits(each.key()) && fits(each.defaultValue())
                && fits(each.help()) && each.choices().size() <= MAX_COUNT
                && each.choices().stream().allMatch(Offers::fits));
    }

    private static boolean fits(String text) {
        return text.length() <= MAX_TEXT;
    }

    /** Reads offers. */
    public static List<Offer> decode(byte[] bytes) throws WireException {
        if (bytes.length > MAX_BYTES) throw new WireException("offers of " + bytes.length + " bytes");
        WireReader in = new WireReader(bytes);
        List<Offer> offers = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            String plugin = text(in);
            boolean hasTables = in.readBoolean();
            List<Entry> actions = new ArrayList<>();
            for (int each = count(in); each > 0; each--) actions.add(action(in));
            offers.add(new Offer(plugin, hasTables, actions));
        }
        in.expectEnd();
        return List.copyOf(offers);
    }

    private static Entry action(WireReader in) throws WireException {
        String name = text(in);
        String help = text(in);
        List<SettingDescriptor> parameters = new ArrayList<>();
        for (int left = count(in); left > 0; left--) parameters.add(parameter(in));
        return new Entry(name, help, parameters);
    }

    private static SettingDescriptor parameter(WireReader in) throws WireException {
        String key = text(in);
        SettingType type = in.readEnum(TYPES);
        String defaultValue = text(in);
        List<String> choices = texts(in);
        String help = text(in);
        String deciding = text(in);
        Map<String, List<String>> proposed = new LinkedHashMap<>();
        for (String each : texts(in)) proposed.put(each, texts(in));
        try {
            return new SettingDescriptor(key, type, defaultValue, choices, help, new Proposals(deciding, proposed));
        } catch (IllegalArgumentException e) {
            throw new WireException("a parameter whose default is none of its texts");
        }
    }

    private static List<String> texts(WireReader in) throws WireException {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) texts.add(text(in));
        return texts;
    }

    private static String text(WireReader in) throws WireException {
        String text = in.readText();
        if (!fits(text)) throw new WireException("a text of " + text.length() + " characters in an offer");
        return text;
    }

    private static int count(WireReader in) throws WireException {
        int count = in.readCount();
        if (count > MAX_COUNT) throw new WireException(count + " parts of an offer; at most " + MAX_COUNT);
        return count;
    }
}
