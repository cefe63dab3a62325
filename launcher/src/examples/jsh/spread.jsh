// A spread watcher: prints the difference of two instruments whenever it has changed by a step or more.
//
// With a server that replays the recorded session,
//   java -jar launcher/target/trunkline.jar server --set SIM.speed=60 --set SIM.start=subscribe
// run it by
//   java -Dticks=1000 -Dstep=3 -jar launcher/target/trunkline.jar shell launcher/src/examples/jsh/spread.jsh

String near = System.getProperty("near", "AP010.CZCE");
String far = System.getProperty("far", "AP101.CZCE");
int ticks = Integer.getInteger("ticks", 1000);
int step = Integer.getInteger("step", 3);

record Spread(Instant time, double near, double far, double spread) {}

connect();
var spreads = new ArrayList<Spread>();
double last = Double.NaN;
var feed = feed(near, far);
for (int i = 0; i < ticks && running(); i++) {
    Optional<Tick> next = feed.next(20);
    if (next.isEmpty()) break;
    Tick a = tick(near);
    Tick b = tick(far);
    double spread = a.lastPrice() - b.lastPrice();
    if (Math.abs(spread - last) < step) continue;
    last = spread;
    spreads.add(new Spread(next.get().time(), a.lastPrice(), b.lastPrice(), spread));
    log(near + " - " + far + " = " + spread);
}
table(spreads);
