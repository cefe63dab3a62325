package io.trunkline.engine.desk;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Properties files in UTF-8. */
final class PropertiesText {

    private PropertiesText() {}

    /**
     * The keys and values of a file.
     *
     * @throws IOException if it cannot be read, is not UTF-8, is malformed or has a key twice
     */
    static Map<String, String> read(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (texts.put((String) key, ((String) value).strip()) == null) return null;
                throw new IllegalArgumentException(key + " stands in it twice; leave one");
            }
        };
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        return texts;
    }

    /** The text of a file with these keys and values. */
    static String write(String comment, Map<String, String> texts) {
        StringBuilder text = new StringBuilder("# ").append(comment).append('\n');
        new TreeMap<>(texts).forEach((key, value) ->
                text.append(escape(key)).append('=').append(escape(value)).append('\n'));
        return text.toString();
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case ' ', ':', '=', '#', '!', '\\' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Why a file could not be read or written, for a person. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) return "there is no such file";
        if (e instanceof CharacterCodingException) return "it is not UTF-8";
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : e instanceof FileSystemException
                ? e.getClass().getSimpleName() + ": " + message : message;
    }
}
