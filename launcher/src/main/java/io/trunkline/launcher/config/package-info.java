/**
 * Where the values of options and settings come from: the command line, the environment, a file.
 *
 * <p><b>Threads.</b> Everything is immutable.
 *
 * <p>Start reading at {@link io.trunkline.launcher.config.Layers}, which looks values up.
 */
package io.trunkline.launcher.config;
