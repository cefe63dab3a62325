package io.trunkline.rmi.service;

import io.trunkline.rmi.access.LogIn;
import io.trunkline.rmi.access.Rights;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A client that was let in.
 *
 * @param granted its name, under which its orders are known, what it may do, and by what it proved who it is
 * @param peer where it is, as people call it; without TLS all its calls come from there
 * @param principal the name in its certificate, which all its calls show; empty without TLS
 * @param sight what it sees
 * @param proven whether it had to prove who it is
 */
record Visitor(LogIn.Granted granted, String peer, Optional<String> principal, Sight sight, boolean proven) {

    String name() {
        return granted.name();
    }

    Rights rights() {
        return granted.rights();
    }

    /** How long after it is gone its orders are cancelled, given what it says itself; negative for never. */
    Duration cancelAfter(Duration said) {
        return rights().cancelAfter().orElse(said);
    }

    /** What all sessions of one client have in common, given what it says they have. */
    String instance(byte[] said) {
        String text = HexFormat.of().formatHex(said);
        return proven ? name() + "/" + text : text;
    }
}
