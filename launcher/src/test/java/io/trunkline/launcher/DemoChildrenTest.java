package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import io.trunkline.launcher.text.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DemoChildrenTest {

    private final Cli cli = new Cli();

    @Test
    void theServerHoldsTheReplayBackUntilToldToGoOn() {
        commands("STATUS\nRESUME\nPAUSE\nDUMP\nNONSENSE\n");
        cli.engine.onConnect = name -> {
            assertThat(cli.engine.actions).containsExactly("pause");
            cli.engine.state(name, GatewayState.LIVE, "");
            cli.engine.publish(Samples.order(""));
        };

        assertThat(cli.run("demo-server", "--port", "5", "--speed", "9")).isZero();
        assertThat(cli.engine.actions).containsExactly("pause", "resume", "pause");
        assertThat(cli.engine.connected).containsEntry("SIM", Map.of("speed", "9"));
        assertThat(cli.outLines().subList(0, 6)).containsExactly(
                "127.0.0.1:5", "END", "ticks 0", "checksum 0", "finished true", "END");
        assertThat(cli.outLines()).anyMatch(line -> line.startsWith("ORDER Order[id=RPC.SIM.7"))
                .endsWith("ERROR unknown command NONSENSE", "END");
        assertThat(cli.engine.closed).isTrue();
    }

    @Test
    void theClientSubscribesAndDumpsItsBooksAsTheServerKnowsThem() {
        commands("STATUS\nDUMP\n");
        cli.engine.contracts.add(contract("AP010.CZCE"));
        cli.engine.contracts.add(contract("AP101.CZCE"));
        cli.engine.publish(Samples.order(""));

        assertThat(cli.run("demo-client", "--connect", "here:5", "--name", "demo-1")).isZero();
        assertThat(cli.engine.connected).containsEntry("RPC", Map.of("address", "here:5", "name", "demo-1"));
        assertThat(cli.engine.requests).hasSize(2);
        assertThat(cli.outLines()).startsWith("READY", "END", "ticks 0")
                .contains("orders 0", "fills 0", "refused 0", "conflated 0", "gaps 0", "duplicates 0", "lost 0",
                        "differed 0")
                .anyMatch(line -> line.startsWith("ORDER Order[id=SIM.7, gateway=SIM"));
    }

    @Test
    void theClientFailsWithoutItsInstruments() {
        assertThat(cli.run("demo-client")).isEqualTo(1);
        cli.assertErr("trunkline demo-client: the server does not list AP010.CZCE");
    }

    @Test
    void theDemoRefusesWhatItCannotDo() {
        assertThat(cli.run("demo", "--clients", "0")).isEqualTo(2);
        assertThat(new Cli().run("demo", "--speed", "NaN")).isEqualTo(2);
        assertThat(new Cli().run("demo", "--speed", "fast")).isEqualTo(2);
        assertThat(new Cli().run("demo", "--port", "65536")).isEqualTo(2);
    }

    @Test
    void findsTheAddressInWhatAServiceSays() {
        assertThat(DemoServerCommand.address("127.0.0.1:2014")).isEqualTo("127.0.0.1:2014");
        assertThat(DemoServerCommand.address("[::1]:2014, 3 sessions")).isEqualTo("[::1]:2014");
    }

    private void commands(String text) {
        cli.in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Contract contract(String instrument) {
        return Contract.builder().gateway("RPC.SIM").instrument(InstrumentId.parse(instrument))
                .product(Product.FUTURES).priceTick(1).build();
    }
}
