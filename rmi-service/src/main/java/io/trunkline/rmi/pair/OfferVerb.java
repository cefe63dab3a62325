package io.trunkline.rmi.pair;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import io.trunkline.rmi.keys.FreshCertificate;
import io.trunkline.rmi.keys.Handover;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Waits with an identity for the client that shall have it. */
final class OfferVerb {

    private static final String BIND = "bind";
    private static final String PORT = "port";
    private static final String MINUTES = "minutes";
    private static final String KEEP = "keep";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_MINUTES = 24 * 60;
    private static final int MAX_WAITING = 5;

    private final Means means;

    OfferVerb(Means means) {
        this.means = means;
    }

    Verb offer() {
        return new Verb("offer", "Show a code, and give a client's identity to the machine where it is typed in.",
                List.of(Handover.NAME,
                        SettingDescriptor.of(BIND, SettingType.TEXT, "0.0.0.0",
                                "the address of this machine to wait at; 0.0.0.0 is all of them"),
                        SettingDescriptor.of(PORT, SettingType.INTEGER, Integer.toString(PairCommand.PORT),
                                "the port to wait at, or 0 for any free one"),
                        SettingDescriptor.of(MINUTES, SettingType.INTEGER, "10", "how long to wait, 1 to 1440"),
                        SettingDescriptor.of(KEEP, SettingType.FLAG, "false",
                                "do not remove the file here when the client has it")), this::offer);
    }

    private List<String> offer(Settings settings, Path home, Consumer<String> user) throws Exception {
        Handover handover = new Handover(home);
        Path file = handover.issued(settings);
        InetSocketAddress place = place(settings);
        int minutes = settings.integer(MINUTES, 1, MAX_MINUTES);
        byte[] identity = handover.read(settings);
        if (identity.length > means.limits().bytes()) {
            throw new IOException(file + " has " + identity.length + " bytes, more than the " + means.limits().bytes()
                    + " that an identity may have; make it anew with: trunkline keys issue");
        }
        Code code = Code.random(means.random());
        Offer offer = new Offer(Proofs.of(code, means.limits().rounds()),
                PairTls.ofServer(FreshCertificate.create(Instant.now(), means.random())), means.limits(),
                means.nanoTime());
        try (ServerSocket listening = listen(place)) {
            user.accept(code.text());
            user.accept("within " + minutes + " min, on the client's machine: trunkline pair take --from "
                    + OwnAddresses.toDial(listening.getInetAddress()) + port(listening)
                    + ", and type this code when asked for it");
            String peer = await(offer, listening, identity, Duration.ofMinutes(minutes), user, file);
            user.accept(file.getFileName() + " was taken by " + peer);
        }
        if (settings.flag(KEEP)) return List.of("kept " + file + "; two machines have this private key");
        handover.remove(settings, identity);
        return List.of("removed " + file);
    }

    private static String await(
            Offer offer, ServerSocket listening, byte[] identity, Duration time, Consumer<String> user, Path file)
            throws Exception {
        try {
            return offer.await(listening, identity, time, user);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; " + file + " is kept, offer it again if it is still wanted", e);
        }
    }

    private static InetSocketAddress place(Settings settings) {
        int port = settings.integer(PORT, 0, MAX_PORT);
        String bind = settings.text(BIND);
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), port);
        } catch (UnknownHostException e) {
            throw new SettingException(BIND, "'" + bind + "' is no address of this machine; take one such as 10.0.0.5,"
                    + " or 0.0.0.0 for all");
        }
    }

    private static ServerSocket listen(InetSocketAddress place) throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.bind(place, MAX_WAITING);
            return listening;
        } catch (IOException e) {
            listening.close();
            throw new IOException("cannot wait at " + place.getAddress().getHostAddress() + ", port " + place.getPort()
                    + ": " + e.getMessage() + "; take another --port, or another address of this machine as --bind", e);
        }
    }

    private static String port(ServerSocket listening) {
        int port = listening.getLocalPort();
        return port == PairCommand.PORT ? "" : ":" + port;
    }
}
