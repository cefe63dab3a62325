package io.trunkline.rmi.service;

import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Resync;
import io.trunkline.rmi.wire.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Divides a comparison that names more removed ids than one frame holds into several, which come to the same. */
final class ResyncParts {

    private static final int MOST_CHARACTERS = Protocol.MAX_FRAME / 8; // of up to three bytes each, and lengths

    private ResyncParts() {}

    /** The parts, in order; just the whole if that is short. */
    static List<Resync> of(Resync whole) {
        int characters = whole.removed().values().stream().flatMap(Set::stream)
                .mapToInt(id -> id.value().length()).sum();
        if (characters <= MOST_CHARACTERS) return List.of(whole);
        List<Resync> parts = new ArrayList<>();
        whole.removed().forEach((kind, ids) -> divide(whole, kind, ids, parts));
        return parts;
    }

    private static void divide(Resync whole, RecordKind kind, Set<Id> ids, List<Resync> parts) {
        Set<Id> part = new HashSet<>();
        int characters = 0;
        for (Id id : ids) {
            part.add(id);
            characters += id.value().length();
            if (characters > MOST_CHARACTERS) {
                parts.add(new Resync(whole.gateway(), Map.of(kind, part), whole.time()));
                part = new HashSet<>();
                characters = 0;
            }
        }
        if (!part.isEmpty()) parts.add(new Resync(whole.gateway(), Map.of(kind, part), whole.time()));
    }
}
