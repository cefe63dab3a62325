/**
 * The benchmark: measures how ticks are pushed and orders answered, in processes of their own, beside other ways of
 * doing it. Not part of the product's modules.
 */
package io.trunkline.bench;
