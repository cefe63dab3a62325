package io.trunkline.faults;

import io.trunkline.launcher.Program;
import java.io.IOException;
import java.util.List;

/**
 * What a server and a client on two machines have between them: two network namespaces where that is possible, else two
 * loopback addresses, between which TLS has to be asked for.
 */
interface Lan extends AutoCloseable {

    /** The beginning of a command that runs on the server's machine. */
    List<String> atServer();

    /** The beginning of a command that runs on the client's machine. */
    List<String> atClient();

    /** The server's address. */
    String address();

    /** Whether machines speak TLS with each other without being told to. */
    boolean isTwoMachines();

    /** Lets nothing of the server reach the client. */
    void cut(Program server) throws IOException, InterruptedException;

    /** Lets everything pass again. */
    void heal(Program server) throws IOException, InterruptedException;

    @Override
    void close();

    /** What this system and the rights of this process allow. */
    static Lan create() throws IOException, InterruptedException {
        return Namespaces.arePossible() ? new Linked(Namespaces.create()) : new Local();
    }

    /** Two namespaces with a link. */
    record Linked(Namespaces network) implements Lan {

        @Override
        public List<String> atServer() {
            return network.far();
        }

        @Override
        public List<String> atClient() {
            return network.near();
        }

        @Override
        public String address() {
            return Namespaces.FAR_ADDRESS;
        }

        @Override
        public boolean isTwoMachines() {
            return true;
        }

        @Override
        public void cut(Program server) throws IOException, InterruptedException {
            network.unplug();
        }

        @Override
        public void heal(Program server) throws IOException, InterruptedException {
            network.heal();
        }

        @Override
        public void close() {
            network.close();
        }
    }

    /** One machine, whose server is stopped when the link is cut. */
    record Local() implements Lan {

        @Override
        public List<String> atServer() {
            return List.of();
        }

        @Override
        public List<String> atClient() {
            return List.of();
        }

        @Override
        public String address() {
            return "127.0.0.2";
        }

        @Override
        public boolean isTwoMachines() {
            return false;
        }

        @Override
        public void cut(Program server) throws IOException, InterruptedException {
            server.signal("STOP");
        }

        @Override
        public void heal(Program server) throws IOException, InterruptedException {
            server.signal("CONT");
        }

        @Override
        public void close() {}
    }
}
