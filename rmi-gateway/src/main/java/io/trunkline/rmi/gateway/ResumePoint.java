package io.trunkline.rmi.gateway;

import io.trunkline.rmi.wire.Epoch;
import io.trunkline.rmi.wire.FrameDecoder;

/**
 * Where a stream can be taken up again by another session.
 *
 * @param epoch the service's epoch
 * @param through everything up to this sequence was published
 * @param decoder knows the numbers that were given up to there
 */
record ResumePoint(Epoch epoch, long through, FrameDecoder decoder) {

    /** No such point: the next session begins with a snapshot. */
    static final ResumePoint NONE = new ResumePoint(Epoch.NONE, 0, null);
}
