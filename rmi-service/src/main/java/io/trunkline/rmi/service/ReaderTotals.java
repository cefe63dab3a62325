package io.trunkline.rmi.service;

import java.util.concurrent.atomic.LongAdder;

/** What all readers of a log came to, also those that are gone. Safe from any thread. */
final class ReaderTotals {

    final LongAdder conflated = new LongAdder();
    final LongAdder resets = new LongAdder();
}
