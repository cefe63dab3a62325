package io.trunkline.engine;

/** What a journal's record survives, once the order that it is about is sent on. */
public enum JournalSync {
    /**
     * It was handed to the operating system: it survives the end of the process by whatever cause, but not that of the
     * machine. Costs about a microsecond.
     */
    WRITTEN,
    /** It is on the disk: it survives the end of the machine too. Costs the disk's time for each order. */
    SYNCED
}
