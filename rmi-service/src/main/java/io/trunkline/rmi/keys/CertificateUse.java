package io.trunkline.rmi.keys;

import java.math.BigInteger;

/** What a certificate is for. */
enum CertificateUse {
    /** To sign certificates, but none that signs others. */
    AUTHORITY(Der.sequence(Der.TRUE, Der.integer(BigInteger.ZERO)), new byte[] {0b0000_0110}, 1, ""),
    SERVER(Der.sequence(), new byte[] {(byte) 0b1000_0000}, 7, "1.3.6.1.5.5.7.3.1"),
    CLIENT(Der.sequence(), new byte[] {(byte) 0b1000_0000}, 7, "1.3.6.1.5.5.7.3.2");

    private final byte[] constraints;
    private final byte[] keyUsage;
    private final String extendedKeyUsage;

    CertificateUse(byte[] constraints, byte[] usage, int unusedBits, String extendedKeyUsage) {
        this.constraints = constraints;
        this.keyUsage = Der.bits(unusedBits, usage);
        this.extendedKeyUsage = extendedKeyUsage;
    }

    /** The extension "basic constraints". */
    byte[] constraints() {
        return constraints.clone();
    }

    /** The extension "key usage". */
    byte[] keyUsage() {
        return keyUsage.clone();
    }

    /** What "extended key usage" names; empty if there is no such extension. */
    String extendedKeyUsage() {
        return extendedKeyUsage;
    }
}
