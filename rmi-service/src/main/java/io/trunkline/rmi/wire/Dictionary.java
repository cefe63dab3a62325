package io.trunkline.rmi.wire;

import io.trunkline.engine.model.InstrumentId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that stand for gateway paths, instruments and owners in the frames of one epoch. Numbers count from 1 and
 * are never used again.
 *
 * <p>One thread, the one that encodes, gives numbers; any thread may look up numbers, and, once it has learned of a
 * number from a frame, what that stands for.
 */
public final class Dictionary {

    /** A gateway path and its number. */
    static final class GatewayEntry {
        final int number;
        final String path;
        final Map<InstrumentId, InstrumentEntry> instruments = new ConcurrentHashMap<>();

        GatewayEntry(int number, String path) {
            this.number = number;
            this.path = path;
        }
    }

    /**
     * An instrument at a gateway.
     *
     * @param gateway the gateway's path
     * @param instrument the instrument
     */
    public record Listing(String gateway, InstrumentId instrument) {}

    /** An instrument at a gateway; replaced by another entry of the same number when its price tick or name changes. */
    record InstrumentEntry(int number, GatewayEntry gateway, InstrumentId instrument, PriceScale scale, String name) {}

    /** What was numbered up to a point: the definitions that a reader needs who starts there. Immutable. */
    public static final class Image {
        final Dictionary dictionary;
        final List<GatewayEntry> gateways;
        final InstrumentEntry[] instruments;
        final int instrumentCount;
        final List<String> owners;

        private Image(
                Dictionary dictionary, List<GatewayEntry> gateways, InstrumentEntry[] instruments, int count,
                List<String> owners) {
            this.dictionary = dictionary;
            this.gateways = gateways;
            this.instruments = instruments;
            this.instrumentCount = count;
            this.owners = owners;
        }

        InstrumentEntry instrument(InstrumentEntry current) {
            if (current == null || current.number > instrumentCount) {
                throw new IllegalArgumentException("not in the image");
            }
            return instruments[current.number];
        }
    }

    private final Map<String, GatewayEntry> gateways = new ConcurrentHashMap<>();
    private final Map<String, Integer> ownerNumbers = new ConcurrentHashMap<>();
    private volatile GatewayEntry[] gatewayEntries = new GatewayEntry[16]; // by number, as the next two
    private volatile String[] owners = new String[16];
    private volatile InstrumentEntry[] instruments = new InstrumentEntry[64];
    private int gatewayCount;
    private int ownerCount;
    private int instrumentCount;

    /** A dictionary without any number. */
    public Dictionary() {}

    /** The number of an instrument at a gateway path; 0 if it has none yet. */
    public int numberOf(String gateway, InstrumentId instrument) {
        GatewayEntry entry = gateways.get(gateway);
        InstrumentEntry found = entry == null ? null : entry.instruments.get(instrument);
        return found == null ? 0 : found.number;
    }

    /** What is numbered now. Only the encoding thread may ask. */
    public Image image() {
        return new Image(this, upTo(gatewayEntries, gatewayCount), instruments.clone(), instrumentCount,
                upTo(owners, ownerCount));
    }

    private static <T> List<T> upTo(T[] numbered, int count) {
        return List.of(Arrays.copyOfRange(numbered, 1, count + 1));
    }

    /** The gateway path that has a number; null if none has. */
    public String gatewayOf(int number) {
        GatewayEntry entry = at(gatewayEntries, number);
        return entry == null ? null : entry.path;
    }

    /** What has an instrument's number; null if nothing has. */
    public Listing instrumentOf(int number) {
        InstrumentEntry entry = at(instruments, number);
        return entry == null ? null : new Listing(entry.gateway.path, entry.instrument);
    }

    /** The owner who has a number; null if none has. */
    public String ownerOf(int number) {
        return at(owners, number);
    }

    private static <T> T at(T[] numbered, int number) {
        return number > 0 && number < numbered.length ? numbered[number] : null;
    }

    GatewayEntry findGateway(String path) {
        return gateways.get(path);
    }

    int findOwner(String name) {
        Integer number = ownerNumbers.get(name);
        return number == null ? 0 : number;
    }

    GatewayEntry addGateway(String path) {
        if (gatewayCount == Frames.MAX_GATEWAYS) throw new IllegalStateException("more than 65535 gateway paths");
        GatewayEntry entry = new GatewayEntry(++gatewayCount, path);
        if (gatewayCount >= gatewayEntries.length) gatewayEntries = Arrays.copyOf(gatewayEntries, gatewayCount * 2);
        gatewayEntries[gatewayCount] = entry;
        gateways.put(path, entry);
        return entry;
    }

    int addOwner(String name) {
        if (++ownerCount >= owners.length) owners = Arrays.copyOf(owners, ownerCount * 2);
        owners[ownerCount] = name;
        ownerNumbers.put(name, ownerCount);
        return ownerCount;
    }

    /** Numbers an instrument, or gives its number a new price tick and name. */
    InstrumentEntry putInstrument(GatewayEntry gateway, InstrumentId instrument, double priceTick, String name) {
        InstrumentEntry known = gateway.instruments.get(instrument);
        int number = known == null ? ++instrumentCount : known.number;
        if (number >= instruments.length) instruments = Arrays.copyOf(instruments, instruments.length * 2);
        InstrumentEntry entry = new InstrumentEntry(number, gateway, instrument, PriceScale.of(priceTick), name);
        instruments[number] = entry;
        gateway.instruments.put(instrument, entry);
        return entry;
    }
}
