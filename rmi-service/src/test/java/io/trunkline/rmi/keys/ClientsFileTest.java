package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ClientsFileTest {

    private static final String TEXT = """
            # desk
            alice.role = viewer
            alice.instruments=AP010.CZCE,\\
              AP101.CZCE

            ! bob\u2019s
            bob.role:trader
            bob.own=true""";

    @Test
    void whatIsNotChangedStaysAsItStands() {
        assertThat(ClientsFile.parse(TEXT).with("alice", ".role", "trader").with("alice", ".token", "t").text())
                .isEqualTo("""
                # desk
                alice.role=trader
                alice.instruments=AP010.CZCE,\\
                  AP101.CZCE
                alice.token=t

                ! bob\u2019s
                bob.role:trader
                bob.own=true
                """);
    }

    @Test
    void aValueWithoutItsNameStandsBehindTheRestOfTheClient() {
        assertThat(ClientsFile.parse("a.own=true\nb.own=true\n").with("a", ".role", "viewer").text())
                .isEqualTo("a.own=true\na.role=viewer\nb.own=true\n");
        assertThat(ClientsFile.parse("b.own=true\n").with("a", ".role", "viewer").text())
                .isEqualTo("b.own=true\na.role=viewer\n");
    }

    @Test
    void namesMayHaveDotsAndAreNotTakenForOthers() throws Exception {
        ClientsFile file = ClientsFile.parse("").with("a", ".role", "viewer").with("a.role", ".role", "trader")
                .with("a.token", ".token", "t").with("a", ".token", "u").without("a.token", ".token");

        assertThat(file.namesWith(".role")).containsExactly("a", "a.role");
        assertThat(file.namesWith(".token")).containsExactly("a");
        Properties properties = new Properties();
        properties.load(new StringReader(file.text()));
        assertThat(properties).hasSize(3).containsEntry("a.role", "viewer").containsEntry("a.role.role", "trader")
                .containsEntry("a.token", "u");
    }

    @Test
    void everyWayToWriteAKeyIsUnderstood() {
        ClientsFile file = ClientsFile.parse(
                "alice.role viewer\r\n  alice\\u002erole=trader\r\n#alice.role=x\\\nb.role=y\n");

        assertThat(file.get("alice.role")).contains("trader");
        assertThat(file.get("b.role")).contains("y");
        assertThat(file.with("alice", ".role", "supervisor").text())
                .isEqualTo("alice.role=supervisor\n#alice.role=x\\\nb.role=y\n");
    }

    @Test
    void aBadEscapeIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientsFile.parse("a=1\nb=\\u12\n"))
                .withMessageContaining("'b=\\u12'");
    }
}
