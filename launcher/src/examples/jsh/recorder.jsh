// A recorder: writes every tick of an instrument to a CSV file, to which later runs add.
//
// With a server that replays the recorded session,
//   java -jar launcher/target/trunkline.jar server --set SIM.speed=60 --set SIM.start=subscribe
// run it by
//   java -Dticks=1000 -Dfile=ticks.csv -jar launcher/target/trunkline.jar shell launcher/src/examples/jsh/recorder.jsh

String instrument = System.getProperty("instrument", "AP010.CZCE");
String file = System.getProperty("file", "ticks.csv");
int ticks = Integer.getInteger("ticks", 1000);

connect();
var batch = new ArrayList<Tick>();
int written = 0;
var feed = feed(instrument);

void write() {
    csv(batch, file);
    written += batch.size();
    batch.clear();
}

while (written + batch.size() < ticks && running()) {
    Optional<Tick> tick = feed.next(20);
    if (tick.isEmpty()) break;
    batch.add(tick.get());
    if (batch.size() == 100) write();
}
write();
print(written + " ticks written to " + file + ", " + feed.missed() + " missed");
