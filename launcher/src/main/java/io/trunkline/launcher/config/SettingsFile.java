package io.trunkline.launcher.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of settings: UTF-8, one {@code KEY=value} a line. A value is taken as it stands, without the space around it;
 * lines that are empty or begin with {@code #} say nothing.
 */
public final class SettingsFile {

    /** A file that says nothing. */
    public static final SettingsFile NONE = new SettingsFile(null, Map.of());

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path path;
    private final Map<String, Given> values;

    private SettingsFile(Path path, Map<String, Given> values) {
        this.path = path;
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or has a line that is no setting or a key twice; the
     *     message names the file and the line
     */
    public static SettingsFile read(Path path) {
        try {
            return parse(path, Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(path + " is not UTF-8 text; save it in that encoding", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + path + ": " + e, e);
        }
    }

    static SettingsFile parse(Path path, String text) {
        Map<String, Given> values = new LinkedHashMap<>();
        List<String> lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1).lines().toList()
                : text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String place = path + ":" + (i + 1);
            int equal = line.indexOf('=');
            if (equal < 1) {
                throw new IllegalArgumentException(place + ": '" + line + "' is not a setting; write KEY=value");
            }
            String key = line.substring(0, equal).strip();
            Given before = values.put(key, new Given(line.substring(equal + 1).strip(), Level.FILE, place));
            if (before != null) {
                throw new IllegalArgumentException(
                        place + ": " + key + " stands at " + before.source() + " as well; leave one of them out");
            }
        }
        return new SettingsFile(path, values);
    }

    /** Its name as it was given; empty if there is no file. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** What it says of a key. */
    public Optional<Given> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** All that it says, by key, in its order. */
    public Map<String, Given> values() {
        return values;
    }

    /** Whether other users of the machine can read it, as far as the system tells. */
    public boolean isOpenToOthers() {
        if (path == null) return false;
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(permission ->
                    permission == PosixFilePermission.GROUP_READ || permission == PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not a system that says so
        }
    }
}
