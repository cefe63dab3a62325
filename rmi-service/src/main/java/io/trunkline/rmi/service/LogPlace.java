package io.trunkline.rmi.service;

/**
 * A place between two frames of the log.
 *
 * @param position bytes of the log before it
 * @param sequence sequence of the last frame before it
 */
record LogPlace(long position, long sequence) {}
