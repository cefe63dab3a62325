package io.trunkline.bench;

import io.trunkline.engine.model.Tick;
import io.trunkline.rmi.wire.Dictionary;
import io.trunkline.rmi.wire.FrameEncoder;
import io.trunkline.rmi.wire.WireWriter;
import java.util.List;
import java.util.Optional;

/** How long a tick's frame is, on average over each workload. */
final class FrameBytesRow implements Row {

    private static final String BYTES = "frame";

    @Override
    public String name() {
        return "frame-bytes";
    }

    @Override
    public String title() {
        return "bytes of a tick's frame, header included";
    }

    @Override
    public void measure(Run run) throws InterruptedException {
        measure(run, Workloads.ONE, Target.atMost(90));
        measure(run, Workloads.FIVE, Target.atMost(160));
        measure(run, Workloads.RECORDED, Target.atMost(160));
    }

    private void measure(Run run, String name, Target target) throws InterruptedException {
        Workload workload = Workloads.of(name);
        FrameEncoder encoder = new FrameEncoder(new Dictionary(), 0, kind -> Optional.empty());
        WireWriter frames = new WireWriter(1 << 20);
        workload.contracts().forEach(contract -> encoder.define(contract, frames));
        frames.clear();
        for (Tick tick : workload.ticks()) encoder.encode(tick, frames);
        double bytes = (double) frames.length() / workload.ticks().size();
        Samples samples = run.results().add(name(), name, BYTES, "bytes", List.of(bytes));
        run.results().add(new Figure("frame-bytes-" + name, "bytes a " + name + " tick", samples, target));
    }
}
