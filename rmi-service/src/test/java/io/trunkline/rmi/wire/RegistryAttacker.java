package io.trunkline.rmi.wire;

import java.io.IOException;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.Arrays;
import java.util.List;

/** Another process of the same machine that tries to change a registry. */
public final class RegistryAttacker {

    private interface Attempt {
        void run() throws Exception;
    }

    private RegistryAttacker() {}

    static String attack(int port) throws IOException, InterruptedException {
        return ChildJvm.run(List.of("-Xmx32m"), RegistryAttacker.class, Integer.toString(port)).output();
    }

    /** Tries everything on the registry at a port. */
    public static void main(String[] arguments) throws Exception {
        Registry registry = LocateRegistry.getRegistry("127.0.0.1", Integer.parseInt(arguments[0]));
        Remote mine = registry.lookup("kept");
        attempt("bind", () -> registry.bind("bound by a stranger", mine));
        attempt("rebind", () -> registry.rebind("kept", mine));
        attempt("unbind", () -> registry.unbind("kept"));
        System.out.println("list " + Arrays.toString(registry.list()));
        System.exit(0);
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
            System.out.println(what + " done");
        } catch (Exception e) {
            System.out.println(what + " refused " + e);
        }
    }
}
