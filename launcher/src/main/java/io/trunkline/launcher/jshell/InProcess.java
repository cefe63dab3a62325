package io.trunkline.launcher.jshell;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Lets jshell run code in this JVM, on the thread that hands it in. To stop it, that thread is interrupted, which ends
 * the waits of verbs; it is never killed, since it may be just sending an order.
 */
public final class InProcess implements ExecutionControlProvider {

    static final String NAME = "trunkline";

    /** For the service loader. */
    public InProcess() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new Control();
    }

    private static final class Control extends DirectExecutionControl {

        private Thread running; // guarded by this

        @Override
        protected String invoke(Method method) throws Exception {
            run(Thread.currentThread());
            try {
                return super.invoke(method);
            } finally {
                run(null);
                Thread.interrupted(); // it was meant for the code that has ended
            }
        }

        private synchronized void run(Thread thread) {
            running = thread;
        }

        @Override
        public synchronized void stop() {
            if (running != null) running.interrupt();
        }
    }
}
