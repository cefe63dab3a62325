package io.trunkline.rmi.pair;

import io.trunkline.engine.plugin.Command;
import io.trunkline.rmi.keys.FileErrors;
import java.security.SecureRandom;
import java.util.List;

/** The command {@code pair}. */
public final class PairCommand {

    static final int PORT = 2015;

    private PairCommand() {}

    /** The command, which moves an identity from one home to another. */
    public static Command create() {
        return create(new Means(Limits.USUAL, System::nanoTime, new SecureRandom()));
    }

    static Command create(Means means) {
        return new Command("pair", "Move an identity to a client's machine by means of a code that is good once.",
                List.of(FileErrors.explained(new OfferVerb(means).offer()),
                        FileErrors.explained(new TakeVerb(means).take())));
    }
}
