package io.trunkline.examples.alarm;

import io.trunkline.engine.event.AppEventCodec;
import io.trunkline.engine.model.InstrumentId;
import java.nio.charset.StandardCharsets;

/** Carries alarms from server to client, as the text {@code AP010.CZCE 7001.0}. */
final class AlarmCodec implements AppEventCodec<Alarm> {

    private static final int VERSION = 1;

    @Override
    public String kind() {
        return Alarm.KIND;
    }

    @Override
    public Class<Alarm> type() {
        return Alarm.class;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public byte[] encode(Alarm alarm) {
        return (alarm.instrument() + " " + alarm.price()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Alarm decode(int version, byte[] bytes) {
        if (version != VERSION) throw new IllegalArgumentException("unknown version " + version);
        String[] words = new String(bytes, StandardCharsets.UTF_8).split(" ");
        if (words.length != 2) throw new IllegalArgumentException("not two words");
        return new Alarm(InstrumentId.parse(words[0]), Double.parseDouble(words[1]));
    }
}
