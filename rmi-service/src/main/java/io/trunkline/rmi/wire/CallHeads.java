package io.trunkline.rmi.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Calls as they come in over a connection. Whom a call goes to is looked at before the platform carries it out: that
 * decides how long it may be, and whether it may be made at all.
 *
 * <p>The platform reads a stream that supports marks as it is, without a buffer of its own, and answers each call
 * before it reads the next: so no call passes that was not looked at. A test keeps watch over that. For the
 * connection's own thread only.
 */
final class CallHeads extends InputStream {

    /** What may be called. */
    @FunctionalInterface
    interface Rules {

        /** How many bytes a call of an object may have after the object's id; below 0 if nobody may call it. */
        long room(byte[] objectId);
    }

    private enum Next { GREETING, HOST_LENGTH, HOST_AND_PORT, HEAD, ARGUMENTS }

    private static final int ACKNOWLEDGEMENT = 0x54; // of a stub that was received
    private static final int ACKNOWLEDGED_LENGTH = 14;
    private static final int LONGEST_HOST = 255;

    private final InputStream in;
    private final Rules rules;
    private final byte[] head = new byte[LONGEST_HOST + 4];
    private int at; // in the head
    private int length; // of the head
    private Next next = Next.GREETING;
    private long room;

    CallHeads(InputStream in, Rules rules) {
        this.in = in;
        this.rules = rules;
    }

    /** The call before was answered. */
    void answered() {
        if (next == Next.ARGUMENTS) next = Next.HEAD;
    }

    @Override
    public int read() throws IOException {
        if (at == length && next != Next.ARGUMENTS) look();
        if (at < length) return head[at++] & 0xFF;
        if (next != Next.ARGUMENTS) return -1;
        int value = in.read();
        if (value >= 0) spend(1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) return 0;
        if (at == length && next != Next.ARGUMENTS) look();
        if (at < length) {
            int rest = Math.min(count, length - at);
            System.arraycopy(head, at, target, offset, rest);
            at += rest;
            return rest;
        }
        if (next != Next.ARGUMENTS) return -1;
        int result = in.read(target, offset, (int) Math.min(count, Math.max(1, room)));
        if (result > 0) spend(result);
        return result;
    }

    private void spend(int count) throws IOException {
        room -= count;
        if (room < 0) throw refused("a call is longer than calls of its object may be");
    }

    /** Reads what decides how to go on, or less if the connection ends there. */
    private void look() throws IOException {
        int host = (head[0] & 0xFF) << 8 | head[1] & 0xFF; // if its length was what came last
        at = 0;
        length = 0;
        switch (next) {
            case GREETING -> {
                if (!take(Jrmp.GREETING.length)) return;
                if (!Arrays.equals(head, 0, length, Jrmp.GREETING, 0, length)) {
                    throw refused("a connection does not begin as those for remote calls do");
                }
                next = Next.HOST_LENGTH;
            }
            case HOST_LENGTH -> {
                if (take(2)) next = Next.HOST_AND_PORT;
            }
            case HOST_AND_PORT -> {
                if (host > LONGEST_HOST) throw refused("a host's name of " + host + " bytes");
                if (take(host + 4)) next = Next.HEAD;
            }
            default -> lookAtCall();
        }
    }

    private void lookAtCall() throws IOException {
        if (!take(1)) return;
        if (head[0] == ACKNOWLEDGEMENT) take(ACKNOWLEDGED_LENGTH);
        if (head[0] != Jrmp.CALL[0]) return; // others have nothing after them, or the platform does not know them
        if (!take(Jrmp.CALL.length - 1 + Protocol.OBJECT_ID_LENGTH)) return;
        if (!Arrays.equals(head, 0, Jrmp.CALL.length, Jrmp.CALL, 0, Jrmp.CALL.length)) {
            throw refused("a call does not begin as calls do");
        }
        room = rules.room(Arrays.copyOfRange(head, Jrmp.CALL.length, length));
        if (room < 0) throw refused("a call of what nobody may call");
        next = Next.ARGUMENTS;
    }

    /** Ends the connection: who carries out the call would answer, and go on with what is left of it. */
    private WireException refused(String why) throws IOException {
        in.close();
        return new WireException(why);
    }

    /** Reads so many bytes more into the head; answers whether there were so many. */
    private boolean take(int count) throws IOException {
        int taken = in.readNBytes(head, length, count);
        length += taken;
        return taken == count;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
