package io.trunkline.engine.sim;

import java.util.concurrent.TimeUnit;

/** The monotonic clock, and waiting by it. */
interface RealTime {

    /** The machine's own. */
    RealTime SYSTEM = new RealTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Object monitor, long nanos) throws InterruptedException {
            if (nanos <= 0) monitor.wait();
            else TimeUnit.NANOSECONDS.timedWait(monitor, nanos);
        }
    };

    long nanos();

    /** Waits on a monitor that the caller holds until it is notified or the time is over; 0 is no time limit. */
    void await(Object monitor, long nanos) throws InterruptedException;
}
