package io.trunkline.bench;

import io.trunkline.engine.event.EventSink;
import io.trunkline.engine.gateway.Gateway;
import io.trunkline.engine.gateway.GatewayContext;
import io.trunkline.engine.gateway.GatewayProvider;
import io.trunkline.engine.model.CancelRequest;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.GatewayState;
import io.trunkline.engine.model.GatewayStatus;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.SubscribeRequest;
import io.trunkline.engine.model.UnsubscribeRequest;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.Settings;
import java.util.List;
import java.util.Set;

/** A gateway that publishes what it is told to and accepts every subscription. */
final class BenchGateway implements Gateway {

    private final GatewayContext context;

    private BenchGateway(GatewayContext context) {
        this.context = context;
    }

    /** Makes one gateway and keeps its sink. */
    static final class Provider implements GatewayProvider {

        private volatile EventSink sink;

        /** Where the gateway publishes; null before it was made. */
        EventSink sink() {
            return sink;
        }

        @Override
        public String type() {
            return Workload.GATEWAY;
        }

        @Override
        public String description() {
            return "publishes what the benchmark says";
        }

        @Override
        public List<SettingDescriptor> settings() {
            return List.of();
        }

        @Override
        public Set<Exchange> exchanges() {
            return Set.of();
        }

        @Override
        public Gateway create(GatewayContext context) {
            sink = context.sink();
            return new BenchGateway(context);
        }
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public void connect(Settings settings) {
        context.sink().publish(status());
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus(name(), GatewayState.LIVE, "", context.clock().instant());
    }

    @Override
    public Outcome subscribe(SubscribeRequest request) {
        return new Outcome.Accepted(io.trunkline.engine.model.Id.of(name(), request.instrument().toString()));
    }

    @Override
    public Outcome unsubscribe(UnsubscribeRequest request) {
        return new Outcome.Accepted(io.trunkline.engine.model.Id.of(name(), request.instrument().toString()));
    }

    @Override
    public Outcome sendOrder(OrderRequest request) {
        return Outcome.refused("not-supported", "the benchmark's gateway takes no orders");
    }

    @Override
    public Outcome cancelOrder(CancelRequest request) {
        return Outcome.refused("not-supported", "the benchmark's gateway takes no orders");
    }

    @Override
    public void queryAccounts(String path) {}

    @Override
    public void queryPositions(String path) {}

    @Override
    public void close() {}
}
