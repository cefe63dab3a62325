package io.trunkline.rmi.gateway;

/** Whether as many clients come as in earnest, as under the profile {@code faults}, or fewer. */
final class Length {

    private Length() {}

    static int of(int brief, int full) {
        return Boolean.getBoolean("faults.full") ? full : brief;
    }
}
