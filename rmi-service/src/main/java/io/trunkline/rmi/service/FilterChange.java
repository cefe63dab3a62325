package io.trunkline.rmi.service;

/**
 * A change of the filter at a place, with the last tick as of then.
 *
 * @param after the place after which it holds
 * @param instrument the instrument's number
 * @param wanted whether its ticks are wanted from then on
 * @param image the frame of its last tick; empty if there is none or it is not wanted
 */
record FilterChange(LogPlace after, int instrument, boolean wanted, byte[] image) {}
