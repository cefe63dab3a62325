package io.trunkline.rmi.service;

import io.trunkline.rmi.access.View;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.Dictionary.Listing;
import io.trunkline.rmi.wire.FrameKind;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A client's view, asked by the headers of frames: what numbers stand for is looked up once. A header that was
 * overwritten while it was read may get any answer.
 *
 * <p>Owned by who has the session sender's turn.
 */
final class Sight {

    private static final FrameKind[] KINDS = FrameKind.values();

    /** What was found out of some kind of numbers. */
    private static final class Answers<T> {
        private static final byte YES = 1;
        private static final byte NO = 2;
        private static final int MOST = 1 << 20;

        private final IntFunction<T> names;
        private final Predicate<T> rule;
        private byte[] known = new byte[64];

        private Answers(IntFunction<T> names, Predicate<T> rule) {
            this.names = names;
            this.rule = rule;
        }

        private boolean of(int number) {
            if (number < 0 || number > MOST) return false;
            if (number >= known.length) known = Arrays.copyOf(known, number * 2);
            if (known[number] == 0) {
                T named = names.apply(number);
                if (named == null) return false; // not given yet: it stands in an overwritten header
                known[number] = rule.test(named) ? YES : NO;
            }
            return known[number] == YES;
        }
    }

    private final View view;
    private final boolean everything;
    private final int number;
    private final Answers<String> gateways;
    private final Answers<Listing> instruments;
    private final Answers<String> owners;

    /**
     * The sight of a view.
     *
     * @param number that of the set of records which the view shows
     */
    Sight(View view, int number, Dictionary dictionary) {
        this.view = view;
        this.everything = view.isEverything();
        this.number = number;
        this.gateways = new Answers<>(dictionary::gatewayOf, view::seesGateway);
        this.instruments = new Answers<>(dictionary::instrumentOf,
                listing -> view.seesInstrument(listing.gateway(), listing.instrument()));
        this.owners = new Answers<>(each -> each == 0 ? "" : dictionary.ownerOf(each), view::seesOwner);
    }

    View view() {
        return view;
    }

    /** The number of the set of records that it sees. */
    int number() {
        return number;
    }

    /** Whether nothing is hidden but the digests of others. */
    boolean isEverything() {
        return everything;
    }

    /** Whether it sees an instrument's ticks. */
    boolean seesTicks(int instrument) {
        return everything || instruments.of(instrument);
    }

    /** Whether it sees the frame at a position of the log. */
    boolean sees(FrameRing ring, long at) {
        if (everything) return true;
        int kind = ring.kind(at);
        if (kind < 0 || kind >= KINDS.length) return false;
        return switch (KINDS[kind]) {
            case DEFINE_GATEWAY, ACCOUNT, STATUS, RESYNC, CONFLATED -> gateways.of(ring.gateway(at));
            case DEFINE_INSTRUMENT, TICK, POSITION, CONTRACT -> instruments.of(ring.instrument(at));
            case DEFINE_OWNER -> owners.of(ring.owner(at));
            case ORDER, TRADE, QUOTE -> instruments.of(ring.instrument(at)) && owners.of(ring.owner(at));
            case LOG, APP -> view.logs();
            case DIGEST -> ring.instrument(at) == number;
            case PAD -> false;
        };
    }
}
