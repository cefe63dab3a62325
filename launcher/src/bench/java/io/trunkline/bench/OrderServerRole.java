package io.trunkline.bench;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.model.GatewayState;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Serves the simulated exchange, or the bare remote method. */
final class OrderServerRole implements Role {

    static final String BARE = "bare-rmi";
    static final String UNIX = "trunkline-unix";

    private Closeable server;

    @Override
    public Map<String, Object> handle(Message command) throws Exception {
        if (!command.word().equals("open")) throw new IllegalArgumentException("unknown command: " + command.word());
        if (command.text("contender").equals(BARE)) {
            BareRmi.Server bare = new BareRmi.Server();
            server = bare;
            return Map.of("address", bare.address());
        }
        MainEngine engine = MainEngine.create();
        server = engine::close;
        engine.addGateway("SIM");
        engine.connect("SIM", Map.of("speed", "1"));
        if (!engine.awaitState("SIM", GatewayState.LIVE, Duration.ofSeconds(30))) {
            throw new IllegalStateException("the simulated exchange is not live");
        }
        engine.addApp("RpcService");
        String bind = command.text("contender").equals(UNIX) ? "unix:" + command.text("folder") + "/s" : "127.0.0.1";
        engine.start("RpcService", Map.of("bind", bind, "port", "0"));
        return Map.of("address", engine.app("RpcService").orElseThrow().status());
    }

    @Override
    public void close() throws IOException {
        if (server != null) server.close();
    }
}
