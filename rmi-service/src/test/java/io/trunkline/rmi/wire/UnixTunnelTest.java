package io.trunkline.rmi.wire;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same over a Unix-domain socket. */
class UnixTunnelTest extends TunnelTest {

    @TempDir
    private Path folder;

    @Override
    Address address() {
        return new Address.Unix(folder.resolve("s"));
    }
}
