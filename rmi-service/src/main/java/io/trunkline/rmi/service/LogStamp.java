package io.trunkline.rmi.service;

/**
 * When frames were appended to the log at once.
 *
 * @param sequence the last one's
 * @param from the position of the first one
 * @param length the bytes of all
 * @param key whose readers want it, as {@link FrameChains} has it
 * @param nanos by {@link System#nanoTime}
 */
record LogStamp(long sequence, long from, int length, int key, long nanos) {

    static final LogStamp NONE = new LogStamp(0, 0, 0, FrameChains.STATE, 0);
}
