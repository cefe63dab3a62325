package io.trunkline.rmi.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Answers to remote calls as they go out. One that is an exception is cut to what says so: the platform would send the
 * exception itself, with the stack trace, names of classes and the platform's version.
 *
 * <p>The platform gathers what it writes and flushes after each answer, so an answer's beginning comes in one piece.
 * For the connection's own thread only.
 */
final class ShortAnswers extends FilterOutputStream {

    private static final int HEAD = Jrmp.NORMAL_RETURN.length + Jrmp.RESULT_ID_LENGTH;
    private static final byte EXCEPTION = 2; // where a normal return has 1
    private static final byte NULL = 0x70;

    private boolean hasBegun;
    private boolean isCut;

    ShortAnswers(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (!hasBegun) {
            hasBegun = true;
            isCut = isException(source, offset, length);
            if (isCut) {
                byte[] answer = Arrays.copyOfRange(source, offset, offset + HEAD + 1);
                answer[HEAD] = NULL;
                out.write(answer, 0, answer.length);
            }
        }
        if (!isCut) out.write(source, offset, length);
    }

    private static boolean isException(byte[] source, int offset, int length) {
        int kind = offset + Jrmp.RETURN_KIND;
        return length > HEAD && source[kind] == EXCEPTION
                && Arrays.equals(source, offset, kind, Jrmp.NORMAL_RETURN, 0, Jrmp.RETURN_KIND);
    }

    @Override
    public void flush() throws IOException {
        hasBegun = false;
        super.flush();
    }
}
