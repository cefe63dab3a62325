package io.trunkline.rmi.pair;

/** What a server says to a proof. Its number is the byte on the wire. */
enum Answer {
    WRONG_CODE,
    /** The server's own proof and the identity follow. */
    RIGHT_CODE;

    byte[] bytes() {
        return new byte[] {(byte) ordinal()};
    }

    static boolean isRight(int read) {
        return read == RIGHT_CODE.ordinal();
    }
}
