package io.trunkline.engine.event;

/**
 * Counts of an event engine since it was made.
 *
 * @param published events queued, conflated ones included
 * @param dispatched events handed to handlers
 * @param vetoed events that the books refused as repeated or outdated and that no handler saw
 * @param conflated ticks that a newer one replaced in the queue
 * @param failed handler calls that threw
 * @param queued events waiting now
 */
public record EventStats(long published, long dispatched, long vetoed, long conflated, long failed, int queued) {}
