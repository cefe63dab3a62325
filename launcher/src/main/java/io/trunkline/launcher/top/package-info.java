/**
 * What {@code trunkline top} shows: a server's sessions and rates, as its gateway's monitors tell them.
 *
 * <p>Start reading at {@link io.trunkline.launcher.top.ServerView}.
 */
package io.trunkline.launcher.top;
