package io.trunkline.rmi.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes values in the distinguished encoding of ASN.1, as far as certificates need it. */
final class Der {

    static final byte[] TRUE = element(0x01, new byte[] {(byte) 0xff});

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return element(0x30, parts);
    }

    static byte[] set(byte[]... parts) {
        return element(0x31, parts);
    }

    static byte[] integer(BigInteger value) {
        return element(0x02, value.toByteArray());
    }

    static byte[] octets(byte[]... parts) {
        return element(0x04, parts);
    }

    static byte[] utf8(String text) {
        return element(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bits, of which the last byte has so many that do not count. */
    static byte[] bits(int unused, byte[] bytes) {
        return element(0x03, new byte[] {(byte) unused}, bytes);
    }

    /** An object identifier in dotted form. */
    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int arc = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >>> shift != 0) content.write(arc >>> shift & 0x7f | 0x80);
            }
            content.write(arc & 0x7f);
        }
        return element(0x06, content.toByteArray());
    }

    /** A time to the second, in the form that certificates want before and since 2050. */
    static byte[] time(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        boolean isShort = second.isBefore(YEAR_2050);
        String text = (isShort ? UTC_TIME : GENERALIZED_TIME).format(second);
        return element(isShort ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The parts, one after the other, as the content of an element. */
    static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) content.writeBytes(part);
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else {
            byte[] size = BigInteger.valueOf(length).toByteArray();
            int first = size[0] == 0 ? 1 : 0; // the sign
            element.write(0x80 | size.length - first);
            element.write(size, first, size.length - first);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
