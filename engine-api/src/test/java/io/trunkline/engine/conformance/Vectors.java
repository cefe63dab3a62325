package io.trunkline.engine.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The files of the resource folder {@code conformance}. */
public final class Vectors {

    private Vectors() {}

    /** The objects of a file with one JSON object a line. */
    public static List<Map<?, ?>> objects(String file) {
        return lines(file).stream().<Map<?, ?>>map(line -> (Map<?, ?>) Json.parse(line)).toList();
    }

    static List<String> lines(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/conformance/" + file)) {
            if (in == null) throw new IllegalStateException("no such resource: " + file);
            var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
