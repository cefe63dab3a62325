package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An identity moves as two users see it. */
@Timeout(60)
class PairCommandTest {

    @TempDir
    private Path server;

    @TempDir
    private Path client;

    private static Cli at(Path home) {
        Cli cli = new Cli();
        cli.variables.put("TRUNKLINE_HOME", home.toString());
        return cli;
    }

    @Test
    void theCodeIsShownBeforeTheWaitAndTypedInThere() throws Exception {
        Path file = server.resolve("keys/issued/alice.p12");
        at(server).run("keys", "init");
        at(server).run("keys", "issue", "alice");
        byte[] identity = Files.readAllBytes(file);
        Cli offer = at(server);
        offer.start("pair", "offer", "alice", "--bind", "127.0.0.1", "--port", "0");
        offer.awaitOut(", and type this code");
        String code = offer.outLines().get(0);
        String from = offer.out().replaceAll("(?s).*--from ([0-9.:]+),.*", "$1");

        Cli wrong = at(client);
        assertThat(wrong.run("pair", "take", "0000-0000-0000-0000", "--from", from)).isEqualTo(1);
        wrong.assertErr("trunkline pair take: " + from + " does not accept this code: it is mistyped or of another "
                + "offer, or somebody is in between; nothing was written");
        Cli take = at(client);
        take.in = new ByteArrayInputStream((code + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(take.run("pair", "take", "--from", from)).isZero();

        assertThat(take.err()).isEqualTo("CODE: ");
        assertThat(take.outLines()).containsExactly("made " + client.resolve("keys/identity.p12")
                + ", which was offered at " + from, "next: trunkline client --connect 127.0.0.1");
        assertThat(offer.join()).isZero();
        assertThat(offer.outLines()).hasSize(5).endsWith("alice.p12 was taken by 127.0.0.1", "removed " + file);
        assertThat(offer.err()).isEmpty();
        assertThat(client.resolve("keys/identity.p12")).hasBinaryContent(identity);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatWasMistypedIsBadUsageAndNamed() {
        Cli take = at(client);
        assertThat(take.run("pair", "take", "7KQ4-M2XD", "--from", "127.0.0.1")).isEqualTo(2);
        take.assertErr("trunkline pair take: CODE: this has 8 letters and digits, a code has 16; take it as 'trunkline "
                + "pair offer' shows it, such as 7KQ4-M2XD-9TWB-H5RN");
        Cli offer = at(server);
        assertThat(offer.run("pair", "offer", "alice", "--minutes", "0")).isEqualTo(2);
        offer.assertErr("trunkline pair offer: --minutes: 0 is not from 1 to 1440");
        Cli missing = at(server);
        assertThat(missing.run("pair", "offer", "alice")).isEqualTo(1);
        missing.assertErr("trunkline pair offer: there is no " + server.resolve("keys/issued/alice.p12")
                + "; make it with: trunkline keys issue alice");
    }
}
