package io.trunkline.rmi.pair;

import java.security.SecureRandom;
import java.util.function.LongSupplier;

/**
 * What the verbs work with.
 *
 * @param limits how much the two sides bear
 * @param nanoTime tells how long an offer has stood
 * @param random makes codes and keys
 */
record Means(Limits limits, LongSupplier nanoTime, SecureRandom random) {}
