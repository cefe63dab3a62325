import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server and a client engine in one JVM, used and closed; prints what is left of them and ends by itself. */
public class TwoEngines {

    public static void main(String[] args) throws Exception {
        Set<String> threadsBefore = nonDaemonThreads();
        int properties = System.getProperties().size();
        System.out.println("engine module " + Class.forName("io.trunkline.engine.MainEngine").getModule().isNamed());
        String address;
        try (MainEngine server = MainEngine.create(); MainEngine client = MainEngine.create()) {
            server.addGateway("SIM");
            server.addApp("RpcService");
            server.start("RpcService", Map.of("port", "0"));
            server.connect("SIM", Map.of("speed", "100"));
            server.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(30));
            address = server.app("RpcService").orElseThrow().status();
            client.addGateway("RPC");
            client.connect("RPC", Map.of("address", address));
            System.out.println("live " + client.awaitState("RPC", GatewayState.LIVE, Duration.ofSeconds(30)));
            System.out.println("accepted " + client.sendOrder(OrderRequest.limit("RPC",
                    InstrumentId.parse("AP010.CZCE"),
                    Direction.LONG, Offset.OPEN, 1, 6900)).isAccepted());
            System.out.println("gateways " + server.gateways().size() + " and " + client.gateways().size());
        }
        Set<String> left = left(threadsBefore);
        long start = System.nanoTime();
        // the platform's own end a little later
        while (!left.isEmpty() && System.nanoTime() - start < 10_000_000_000L) {
            Thread.onSpinWait();
            left = left(threadsBefore);
        }
        System.out.println("threads left " + left);
        System.out.println("port open " + isOpen(address));
        System.out.println("properties set " + (System.getProperties().size() - properties));
    }

    private static Set<String> left(Set<String> before) {
        Set<String> left = nonDaemonThreads();
        left.removeAll(before);
        return left;
    }

    private static Set<String> nonDaemonThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !thread.isDaemon()).map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpen(String address) {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
