package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.InstrumentId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsFileTest {

    @TempDir
    private Path folder;

    private Map<String, Client> read(String text) throws IOException {
        return ClientsFile.read(Files.writeString(folder.resolve("clients.properties"), text));
    }

    @Test
    void whoIsNotSaidToBeMoreIsAViewerWhoSeesEverything() throws IOException {
        Client client = read("# who\n\nalice.token=sha256:00:" + "ab".repeat(32) + "\n").get("alice");

        assertThat(client.rights().role()).isEqualTo(Role.VIEWER);
        assertThat(client.rights().view()).isEqualTo(View.EVERYTHING);
        assertThat(client.rights().cancelsAll()).isFalse();
        assertThat(client.rights().perSecond()).isZero();
    }

    @Test
    void aNameMayHaveDotsAndValuesHaveSpaceAround() throws IOException {
        Rights rights = read("a.b.role = trader\na.b.trades = rb*.SHFE , au2612.SHFE\n a.b.rate=7").get("a.b").rights();

        assertThat(rights.role()).isEqualTo(Role.TRADER);
        assertThat(rights.trades().include(InstrumentId.parse("rb2701.SHFE"))).isTrue();
        assertThat(rights.trades().include(InstrumentId.parse("cu2701.SHFE"))).isFalse();
        assertThat(rights.perSecond()).isEqualTo(7);
    }

    @Test
    void whoDoesNotSeeEverythingSeesNoLogsUnlessTheFileSaysSo() throws IOException {
        Map<String, Client> clients = read("own.orders=own\nsome.instruments=*.SHFE\nthere.gateways=CTP\n"
                + "told.orders=own\ntold.logs=true\nall.orders=desk\nsue.role=supervisor\n");

        assertThat(clients.entrySet())
                .extracting(entry -> entry.getKey() + " " + entry.getValue().rights().view().logs())
                .containsExactly("own false", "some false", "there false", "told true", "all true", "sue true");
        assertThat(clients.get("own").rights().view().owner()).isEqualTo("own");
        assertThat(clients.get("sue").rights().cancelsAll()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            alice.role=king            | 'king' is no role; there are viewer, trader, supervisor
            alice.colour=red           | 'colour' is no key of a client; there are role, token
            alice.token=secret         | trunkline keys
            alice.token=sha256:zz:00   | trunkline keys
            alice.orders=all           | neither own nor desk
            alice.logs=yes             | neither true nor false
            alice.rate=-1              | '-1' is no number
            alice.rate=many            | 'many' is no number
            alice.instruments=         | leave alice.instruments out
            alice.role: trader         | NAME.key=value is expected
            alice.role trader          | NAME.key=value is expected
            ! alice                    | NAME.key=value is expected
            alice                      | NAME.key=value is expected
            .role=viewer               | NAME.key=value is expected
            """)
    void aLineThatCannotBeUsedIsNamed(String line, String message) {
        assertThatThrownBy(() -> read("bob.role=viewer\n" + line)).isInstanceOf(IOException.class)
                .hasMessageContaining("clients.properties, line 2: ").hasMessageContaining(message);
    }

    @Test
    void aKeyThatIsThereTwiceIsNotUsed() {
        assertThatThrownBy(() -> read("alice.role=viewer\nalice.role=supervisor"))
                .hasMessageContaining("line 2").hasMessageContaining("twice");
    }

    private ClientsFile begun(String text) throws IOException {
        return ClientsFile.readOrBegin(Files.writeString(folder.resolve("clients.properties"), text));
    }

    @Test
    void whatIsNotChangedStaysAsItStands() throws IOException {
        String token = "sha256:00:" + "ab".repeat(32);
        assertThat(begun("# desk\nalice.role = viewer\n  alice.rate=7 \n\n# bob\u2019s\nbob.role=trader")
                .with("alice", "role", "trader").with("alice", "token", token).text())
                .isEqualTo("# desk\nalice.role=trader\n  alice.rate=7 \nalice.token=" + token
                        + "\n\n# bob\u2019s\nbob.role=trader\n");
    }

    @Test
    void aValueWithoutItsNameStandsBehindTheRestOfTheClient() throws IOException {
        assertThat(begun("a.rate=1\nb.rate=2\n").with("a", "role", "viewer").text())
                .isEqualTo("a.rate=1\na.role=viewer\nb.rate=2\n");
        assertThat(begun("b.rate=2\n").with("a", "role", "viewer").text())
                .isEqualTo("b.rate=2\na.role=viewer\n");
    }

    @Test
    void namesMayHaveDotsAndAreNotTakenForOthers() throws IOException {
        String token = "sha256:00:" + "ab".repeat(32);
        ClientsFile file = ClientsFile.readOrBegin(folder.resolve("none")).with("a", "role", "viewer")
                .with("a.role", "role", "trader").with("a.token", "token", token).with("a", "token", token)
                .without("a.token", "token");

        assertThat(file.names()).containsExactly("a", "a.role");
        assertThat(file.role("a.role")).contains(Role.TRADER);
        assertThat(file.token("a").orElseThrow()).hasToString(token);
        assertThat(file.token("a.role")).isEmpty();
        assertThat(file.text()).startsWith("# The clients of this server").endsWith(
                "\na.role=viewer\na.token=" + token + "\na.role.role=trader\n");
    }

    @Test
    void noLineThatTheServiceRefusesIsAdded() throws IOException {
        ClientsFile file = begun("a.rate=1\n");
        assertThatThrownBy(() -> file.with("a", "role", "king")).hasMessageContaining("line 2: 'king' is no role");
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamedWithTheRemedy() throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> ClientsFile.read(none)).hasMessageContaining(none.toString())
                .hasMessageContaining("trunkline keys issue");
        Path latin = Files.write(folder.resolve("latin"), "é.role=viewer".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ClientsFile.read(latin)).hasMessageContaining("not UTF-8");
    }
}
