package io.trunkline.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The last line of a terminal, which stays below everything that is written through {@link #above}.
 *
 * <p>Safe from any thread; everything is guarded by this object's monitor.
 */
final class LastLine {

    /** No terminal: nothing is ever shown. */
    static final LastLine NONE = new LastLine(null, 0);

    private static final byte[] ERASE = "\r\u001b[K".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CUT = "\u001b[?7l".getBytes(StandardCharsets.US_ASCII); // at the terminal's edge
    private static final byte[] WRAP = "\u001b[?7h".getBytes(StandardCharsets.US_ASCII);
    private static final int USUAL_WIDTH = 80;

    private final OutputStream terminal;
    private final int width;
    private String text; // null if nothing is to be shown
    private boolean isDrawn;
    private boolean isMidLine; // what was written last did not end its line

    LastLine(OutputStream terminal, int width) {
        this.terminal = terminal;
        this.width = width;
    }

    /** That of the terminal at stderr; {@link #NONE} if the system does not say that there is one, or a dumb one. */
    static LastLine ofStderr(OutputStream stderr, Map<String, String> variables) {
        String kind = variables.getOrDefault("TERM", "dumb");
        return kind.equals("dumb") || !isTerminal(2) ? NONE : new LastLine(stderr, width(variables));
    }

    /** The stream to stdout, above this line if that goes to a terminal, too. */
    OutputStream aboveStdout(OutputStream stdout) {
        return isTerminal(1) ? above(stdout) : stdout;
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // another system, or a closed descriptor
        }
    }

    private static int width(Map<String, String> variables) {
        try {
            return Integer.parseInt(variables.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    boolean exists() {
        return terminal != null;
    }

    /** A stream to the terminal whose output stands above the line. */
    OutputStream above(OutputStream stream) {
        return exists() ? new Above(stream) : stream;
    }

    /** Shows a text in the place of the one before. */
    synchronized void show(String shown) {
        if (!exists()) return;
        text = shown.length() < width ? shown : shown.substring(0, Math.max(0, width - 1));
        draw();
    }

    private void draw() {
        if (isMidLine) return;
        write(ERASE);
        write(CUT);
        write(text.getBytes(StandardCharsets.UTF_8));
        write(WRAP);
        isDrawn = true;
    }

    /** Takes the line away. */
    synchronized void clear() {
        text = null;
        erase();
    }

    private void erase() {
        if (isDrawn) write(ERASE);
        isDrawn = false;
    }

    private void write(byte[] bytes) {
        try {
            terminal.write(bytes);
            terminal.flush();
        } catch (IOException e) {
            text = null; // the terminal is gone; whoever writes data will notice
        }
    }

    /** Writes to the terminal above the line. */
    private final class Above extends OutputStream {

        private final OutputStream stream;

        private Above(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            synchronized (LastLine.this) {
                if (length == 0) return;
                erase();
                stream.write(bytes, offset, length);
                stream.flush();
                isMidLine = bytes[offset + length - 1] != '\n';
                if (text != null) draw();
            }
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }
    }
}
