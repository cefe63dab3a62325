package io.trunkline.rmi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Arrays;

/** Any object in the form in which it stands in a call or a reply after the stream's header. */
final class Argument {

    private Argument() {}

    static byte[] of(Object value) throws IOException {
        return all(new Object[] {value});
    }

    /** Several; of more than one, long numbers and flags are written as primitives. */
    static byte[] all(Object... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Annotating(bytes)) {
            for (Object value : values) {
                if (values.length > 1 && value instanceof Long number) out.writeLong(number);
                else if (values.length > 1 && value instanceof Boolean flag) out.writeBoolean(flag);
                else out.writeObject(value);
            }
        }
        return Arrays.copyOfRange(bytes.toByteArray(), 4, bytes.size());
    }

    /** Writes with each class that there is no place to load it from, as the protocol wants it. */
    private static final class Annotating extends ObjectOutputStream {

        Annotating(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            writeObject(null);
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            writeObject(null);
        }
    }
}
