/**
 * How values are written for people and programs: lines, tables, CSV and JSON. Texts that came from elsewhere never
 * reach a terminal with their control characters.
 *
 * <p><b>Threads.</b> Everything is immutable or has no state.
 *
 * <p>Start reading at {@link io.trunkline.launcher.text.Shapes}, which says what each kind of value consists of.
 */
package io.trunkline.launcher.text;
