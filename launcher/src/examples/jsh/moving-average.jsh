// A moving-average strategy: long one lot while the mean of the last 20 prices is above that of the last 100.
//
// With a server that replays the recorded session,
//   java -jar launcher/target/trunkline.jar server --set SIM.speed=60 --set SIM.start=subscribe
// run it by
//   java -Dticks=1000 -jar launcher/target/trunkline.jar shell launcher/src/examples/jsh/moving-average.jsh

String instrument = System.getProperty("instrument", "AP010.CZCE");
int ticks = Integer.getInteger("ticks", 1000);
int fast = 20;
int slow = 100;

List<Double> prices = new ArrayList<>();
List<Id> sent = new ArrayList<>();

double mean(int count) {
    return prices.subList(prices.size() - count, prices.size()).stream().mapToDouble(p -> p).average().getAsDouble();
}

double held() { // by what the orders sent here have traded so far
    return sent.stream().map(id -> order(id))
            .mapToDouble(order -> order.direction() == LONG ? order.traded() : -order.traded()).sum();
}

void trade(boolean isUp) {
    if (isUp && held() == 0) settle(buy(instrument, 0, 1, MARKET));
    if (!isUp && held() > 0) settle(sell(instrument, 0, held(), MARKET));
}

void settle(Id id) {
    sent.add(id);
    Order order = waitFor(id, 10);
    if (order.isActive()) {
        cancelAll(); // what is left must not trade later, unseen
        order = waitFor(id, 10);
    }
    print(order);
    if (order.isActive()) throw new IllegalStateException(id + " can still trade; cancel it and see what is held");
}

connect();
var feed = feed(instrument);
try {
    for (int i = 0; i < ticks && running(); i++) {
        Optional<Tick> tick = feed.next(20);
        if (tick.isEmpty()) break;
        prices.add(tick.get().lastPrice());
        if (prices.size() >= slow) trade(mean(fast) > mean(slow));
    }
} catch (ScriptException e) {
    if (running()) throw e; // not a stop, which ends the wait for an order and refuses the next
}
if (!running()) {
    log("stopped: cancels what is open and closes what is held");
    go();
}
if (cancelAll() > 0) print(waitFor(sent.get(sent.size() - 1), 10));
trade(false);
table(trades().stream().filter(trade -> trade.instrument().toString().equals(instrument)).toList());
print("saw " + prices.size() + " ticks of " + instrument);
