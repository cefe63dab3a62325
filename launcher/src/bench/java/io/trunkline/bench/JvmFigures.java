package io.trunkline.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What this JVM has used so far. */
final class JvmFigures {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private JvmFigures() {}

    /** Processor time in nanoseconds and bytes allocated by the threads that live. */
    static Map<String, Object> now() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cpu", SYSTEM.getProcessCpuTime());
        long allocated = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) allocated += Math.max(0, bytes);
        figures.put("allocated", allocated);
        return figures;
    }

    /** Bytes of the heap in use after a whole collection. */
    static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Processor time of the thread with a name, in nanoseconds; 0 if there is none. */
    static long cpuOfThread(String name) {
        for (long id : THREADS.getAllThreadIds()) {
            var info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().equals(name)) return THREADS.getThreadCpuTime(id);
        }
        return 0;
    }
}
