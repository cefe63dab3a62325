package io.trunkline.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The last line of a terminal, which stays below everything that is written through {@link #above}. While the program
 * is in the background of a shell, it is the shell's line and left alone.
 *
 * <p>Safe from any thread; everything is guarded by this object's monitor.
 */
final class LastLine {

    /** No terminal: nothing is ever shown. */
    static final LastLine NONE = new LastLine(null, () -> false);

    private static final byte[] ERASE = "\r\u001b[K".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CUT = "\u001b[?7l".getBytes(StandardCharsets.US_ASCII); // at the terminal's edge
    private static final byte[] WRAP = "\u001b[?7h".getBytes(StandardCharsets.US_ASCII);
    private static final int USUAL_WIDTH = 80;
    /** So long what was found out of the terminal holds: a look takes 0.2 ms, and a line may follow each event. */
    private static final Duration LONGEST_LOOK = Duration.ofMillis(100);

    private final OutputStream terminal;
    private final BooleanSupplier isOurs; // whether the terminal is not at somebody else's disposal
    private int width = USUAL_WIDTH;
    private String text; // null if nothing is to be shown
    private boolean isDrawn;
    private boolean isMidLine; // what was written last did not end its line

    LastLine(OutputStream terminal, BooleanSupplier isOurs) {
        this.terminal = terminal;
        this.isOurs = isOurs;
    }

    /** That of the terminal at stderr; {@link #NONE} if the system does not say that there is one, or a dumb one. */
    static LastLine ofStderr(OutputStream stderr, Map<String, String> variables) {
        String kind = variables.getOrDefault("TERM", "dumb");
        return kind.equals("dumb") || !Terminal.isAt(2) ? NONE
                : new LastLine(stderr, new Recent(Terminal::isForeground, LONGEST_LOOK));
    }

    /** The stream to stdout, above this line if that goes to a terminal, too. */
    OutputStream aboveStdout(OutputStream stdout) {
        return Terminal.isAt(1) ? above(stdout) : stdout;
    }

    /** Sets the terminal's width, which is 80 otherwise. */
    synchronized void fit(int columns) {
        width = columns;
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
        draw(isOurs.getAsBoolean());
    }

    private void draw(boolean isOurs) {
        if (isMidLine || !isOurs) return;
        write(ERASE);
        write(CUT);
        write(text.getBytes(StandardCharsets.UTF_8));
        write(WRAP);
        isDrawn = true;
    }

    /** Takes the line away. */
    synchronized void clear() {
        text = null;
        if (isDrawn) erase(isOurs.getAsBoolean());
    }

    private void erase(boolean isOurs) {
        if (isDrawn && isOurs) write(ERASE);
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
                boolean isOurs = text != null && LastLine.this.isOurs.getAsBoolean();
                erase(isOurs);
                stream.write(bytes, offset, length);
                stream.flush();
                isMidLine = bytes[offset + length - 1] != '\n';
                draw(isOurs);
            }
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }
    }
}
