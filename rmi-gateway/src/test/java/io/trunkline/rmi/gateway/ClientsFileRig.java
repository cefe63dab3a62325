package io.trunkline.rmi.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of clients whose tokens are their names in hexadecimal. */
final class ClientsFileRig {

    private final Path file;
    private final Map<String, String> lines = new LinkedHashMap<>();

    ClientsFileRig(Path folder) {
        file = folder.resolve("clients.properties");
    }

    Path file() {
        return file;
    }

    static String tokenOf(String client) {
        return HexFormat.of().formatHex(client.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a client, or gives it other rights, each written as in the file without the name. */
    ClientsFileRig put(String client, String... rights) {
        StringBuilder text = new StringBuilder(client + ".token=" + hash(tokenOf(client)) + "\n");
        for (String right : rights) text.append(client).append('.').append(right).append('\n');
        lines.put(client, text.toString());
        return write();
    }

    ClientsFileRig remove(String client) {
        lines.remove(client);
        return write();
    }

    private ClientsFileRig write() {
        try {
            Path next = Files.writeString(file.resolveSibling("next"), String.join("", lines.values()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(new byte[] {1, 2, 3});
            return "sha256:010203:" + HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(token)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
