package io.trunkline.engine.desk;

import static io.trunkline.engine.desk.Rig.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.EngineOptions;
import io.trunkline.engine.plugin.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ClientLimitsTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("limits.properties");
    }

    private Rig with(String text) throws IOException {
        Files.writeString(file, text);
        return Rig.started(Map.of("orderVolume", "10", "activeOrders", "1", "clients", file.toString()));
    }

    @Test
    void takeThePlaceOfThoseThatAllClientsHave() throws IOException {
        try (Rig rig = with("alice.orderVolume=20\nj\u00fcrgen\\ 2.b.orderVolume=2\nlocal.orderVolume=0\n")) {
            assertThat(rig.buy("alice", 20).isAccepted()).isTrue();
            assertThat(Rig.why(rig.buy("alice", 1)).rule()).as("what it does not say").isEqualTo("active-orders");
            assertThat(Rig.why(rig.buy("bob", 11)).message()).contains("the 10 that one order of bob may have");
            assertRefused(rig.buy("j\u00fcrgen 2.b", 3), "order-volume", "3 lots are more than the 2 that one order of"
                    + " j\u00fcrgen 2.b may have (Desk.clients: j\u00fcrgen 2.b.orderVolume)");
            assertThat(rig.buy("", 1000).isAccepted()).as("0 is no limit, for users of this process").isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "alice.orderVolum=1|alice.orderVolum: there is no limit orderVolum; did you mean orderVolume? there",
            "orderVolume=1|orderVolume: write CLIENT.limit, such as alice.orderVolume",
            "alice.orderVolume=many|alice.orderVolume: setting orderVolume: 'many' is not a number",
            "alice.orderVolume=-1|alice.orderVolume: setting orderVolume: -1 is below 0; 0 means no limit",
            "alice.dayOrders=1.5|alice.dayOrders: setting dayOrders: '1.5' is not a whole number",
            "alice.orderVolume=|alice.orderVolume: it has no value; write 0 for no limit"})
    void refuseWhatCannotBeUsed(String line, String message) {
        assertThatThrownBy(() -> with(line)).isInstanceOf(SettingException.class)
                .hasMessageStartingWith("setting clients: " + file + ", " + message);
    }

    @Test
    void refuseAFileThatCannotBeRead() {
        try (Rig rig = Rig.stopped(EngineOptions.DEFAULTS)) {
            assertThatThrownBy(() -> rig.start(Map.of("clients", file.toString())))
                    .hasMessage("setting clients: " + file + " cannot be read: there is no such file");
        }
        assertThatThrownBy(() -> with("alice.rate=1\nalice.rate=2"))
                .hasMessage("setting clients: " + file + " cannot be read: alice.rate stands in it twice; leave one");
    }
}
