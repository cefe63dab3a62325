package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An identity moves from one process to another. */
@Timeout(120)
class PairIT {

    @TempDir
    private Path folder;

    @Test
    void oneProcessOffersAndAnotherTakes() throws Exception {
        Path server = folder.resolve("server");
        Path client = folder.resolve("client");
        Path file = server.resolve("keys/issued/alice.p12");
        new Cli().run("keys", "init", "--home", server.toString());
        new Cli().run("keys", "issue", "alice", "--home", server.toString());
        byte[] identity = Files.readAllBytes(file);

        try (Program offer = Program.start("pair", "offer", "alice", "--bind", "127.0.0.1", "--port", "0", "--home",
                server.toString())) {
            String from = offer.awaitOut("within ").replaceAll(".*--from ([0-9.:]+),.*", "$1");
            try (Program take = Program.start("pair", "take", "-", "--from", from, "--home", client.toString())) {
                take.type(offer.out().get(0) + "\n");

                assertThat(take.exitCode()).as(take.toString()).isZero();
                assertThat(offer.exitCode()).as(offer.toString()).isZero();
                assertThat(offer.err()).isEmpty();
            }
        }
        assertThat(client.resolve("keys/identity.p12")).hasBinaryContent(identity);
        assertThat(file).doesNotExist();
    }
}
