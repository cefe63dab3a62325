package io.trunkline.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.ConversionMode;
import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.Order;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Position;
import io.trunkline.engine.model.Product;
import io.trunkline.engine.model.Status;
import io.trunkline.engine.model.Trade;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Every step of the model's own vectors, see conformance/README.md.
 *
 * <p>The rule where the engine differs on purpose: the model's answer has a part with a negative volume, because a
 * position report set the holding below what is frozen. The engine counts what is available as zero then, so its
 * answer is the model's without the negative parts, and with the last part smaller by as much, so that the parts
 * still add up to the volume asked for.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffsetConformanceTest {

    private static final String GATEWAY = "SIM";

    private List<Map<String, Object>> cases;

    @BeforeAll
    void read() throws IOException {
        cases = new ArrayList<>();
        InputStream packed = getClass().getResourceAsStream("/conformance/offset.jsonl.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                cases.add(map(Json.parse(line)));
            }
        }
    }

    @Test
    void agreesWithTheModelOnEveryStep() {
        int steps = 0;
        int differing = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case one = new Case(cases.get(i), "line " + (i + 1));
            steps += one.run();
            differing += one.differing;
        }

        assertThat(cases).hasSize(400);
        assertThat(steps).isEqualTo(8641);
        assertThat(differing).as("steps where the model sends a negative volume").isEqualTo(12);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private static final class Case {
        private final List<?> steps;
        private final String line;
        private final InstrumentId instrument;
        private final OffsetConverter converter;
        private int trades;
        private int differing;

        private Case(Map<String, Object> json, String line) {
            this.steps = (List<?>) json.get("steps");
            this.line = line;
            this.instrument = new InstrumentId("x1", Exchange.valueOf((String) json.get("exchange")));
            boolean net = (Boolean) json.get("net_position");
            boolean known = (Boolean) json.get("contract_known");
            Contract contract = Contract.builder().gateway(GATEWAY).instrument(instrument).product(Product.FUTURES)
                    .priceTick(1).netPosition(net).build();
            this.converter = new OffsetConverter(id -> known ? Optional.of(contract) : Optional.empty(), id -> false);
        }

        private int run() {
            for (int i = 0; i < steps.size(); i++) {
                Map<String, Object> step = map(steps.get(i));
                String where = line + " step " + (i + 1) + " " + step;
                apply(step, where);
                Map<String, Object> expected = map(step.get("holding"));
                if (expected == null) assertThat(holding().values()).as(where).containsOnly(0.0); // the model has none
                else assertThat(holding()).as(where).isEqualTo(expected);
            }
            return steps.size();
        }

        private void apply(Map<String, Object> step, String where) {
            switch ((String) step.get("do")) {
                case "position" -> converter.onPosition(new Position(GATEWAY, instrument, direction(step),
                        number(step, "volume"), 0, 0, 0, number(step, "yd_volume")));
                case "order" -> converter.onOrder(order(step));
                case "trade" -> converter.onTrade(trade(step));
                case "request" -> converter.onSent(Order.of(request(step), GATEWAY, (String) step.get("orderid")));
                case "convert" -> convert(step, where);
                default -> throw new AssertionError(where);
            }
        }

        private void convert(Map<String, Object> step, String where) {
            ConversionMode mode = ConversionMode.valueOf(((String) step.get("mode")).toUpperCase(Locale.ROOT));
            List<OrderRequest> parts = converter.convert(request(step), mode).requests();
            assertThat(parts).as(where).isEqualTo(expected(step));
        }

        private List<OrderRequest> expected(Map<String, Object> step) {
            List<Map<String, Object>> model = new ArrayList<>();
            ((List<?>) step.get("result")).forEach(part -> model.add(new LinkedHashMap<>(map(part))));
            double negative = model.stream().mapToDouble(part -> Math.min(0, number(part, "volume"))).sum();
            if (negative < 0) {
                differing++;
                model.removeIf(part -> number(part, "volume") < 0);
                Map<String, Object> last = model.get(model.size() - 1);
                last.put("volume", number(last, "volume") + negative);
            }
            return model.stream().map(this::request).toList();
        }

        private OrderRequest request(Map<String, Object> step) {
            return OrderRequest.limit(GATEWAY, instrument, direction(step), Offset.valueOf((String) step.get("offset")),
                    number(step, "volume"), number(step, "price"));
        }

        private Order order(Map<String, Object> step) {
            return Order.builder().id(Id.of(GATEWAY, (String) step.get("orderid"))).gateway(GATEWAY)
                    .instrument(instrument).direction(direction(step))
                    .offset(Offset.valueOf((String) step.get("offset")))
                    .volume(number(step, "volume")).traded(number(step, "traded"))
                    .status(Status.valueOf((String) step.get("status"))).build();
        }

        private Trade trade(Map<String, Object> step) {
            return Trade.builder().id(Id.of(GATEWAY, "t" + ++trades)).orderId(Id.of(GATEWAY, "1")).gateway(GATEWAY)
                    .instrument(instrument).direction(direction(step))
                    .offset(Offset.valueOf((String) step.get("offset")))
                    .price(1).volume(number(step, "volume")).build();
        }

        private Map<String, Object> holding() {
            Map<String, Object> result = new LinkedHashMap<>();
            Holding holding = converter.holding(instrument);
            side(result, "long_", holding.bought);
            side(result, "short_", holding.sold);
            return result;
        }

        private static void side(Map<String, Object> result, String name, Side side) {
            result.put(name + "pos", side.volume);
            result.put(name + "yd", side.yesterday);
            result.put(name + "td", side.today);
            result.put(name + "pos_frozen", side.frozen());
            result.put(name + "yd_frozen", side.yesterdayFrozen);
            result.put(name + "td_frozen", side.todayFrozen);
        }

        private static Direction direction(Map<String, Object> step) {
            return Direction.valueOf((String) step.get("direction"));
        }

        private static double number(Map<String, Object> step, String name) {
            return (Double) step.get(name);
        }
    }
}
