package io.trunkline.rmi.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of clients whose tokens are their names in hexadecimal. */
final class TokensFile {

    private TokensFile() {}

    /** Writes it; a client is its name and what it has, such as {@code tom role=trader}. */
    static String write(Path folder, String... clients) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String client : clients) {
            String[] parts = client.split(" ");
            text.append(parts[0]).append(".token=").append(hash(tokenOf(parts[0]))).append('\n');
            for (int i = 1; i < parts.length; i++) text.append(parts[0]).append('.').append(parts[i]).append('\n');
        }
        return Files.writeString(folder.resolve("clients"), text).toString();
    }

    static String tokenOf(String client) {
        return HexFormat.of().formatHex(client.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return "sha256:00:" + HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(token)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
