package io.trunkline.launcher;

import java.util.Optional;

/**
 * Has the terminal hand over each key at once, unseen, until it is closed; does nothing where that cannot be had. In
 * the background of a shell it leaves the terminal alone: the shell sees to it there, and would stop the program.
 */
final class KeyMode implements AutoCloseable {

    private final Optional<String> before; // how the terminal worked
    private final boolean isOn;

    private KeyMode(Optional<String> before, boolean isOn) {
        this.before = before;
        this.isOn = isOn;
    }

    /** Turns it on. */
    static KeyMode open() {
        if (!Terminal.isForeground()) return none();
        Optional<String> before = Stty.run("-g");
        return new KeyMode(before, before.isPresent()
                && Stty.run("-icanon", "-echo", "min", "1", "time", "0").isPresent());
    }

    /** One that leaves the terminal alone. */
    static KeyMode none() {
        return new KeyMode(Optional.empty(), false);
    }

    /** Whether keys come at once. */
    boolean isOn() {
        return isOn;
    }

    /** Has the terminal work as before. */
    @Override
    public void close() {
        if (before.isPresent() && Terminal.isForeground()) Stty.run(before.get());
    }
}
