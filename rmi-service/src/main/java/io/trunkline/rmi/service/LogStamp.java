package io.trunkline.rmi.service;

/**
 * When a frame was appended to the log.
 *
 * @param sequence the frame's
 * @param key whose readers want it, as {@link FrameChains} has it
 * @param nanos by {@link System#nanoTime}
 */
record LogStamp(long sequence, int key, long nanos) {

    static final LogStamp NONE = new LogStamp(0, FrameChains.STATE, 0);
}
