/**
 * What gateways and apps have in common: settings that describe themselves, and monitors, actions and commands from
 * which windows, command lines and shells are generated.
 *
 * <p><b>Threads.</b> Descriptors and settings are immutable. Monitors and actions may be called from any thread; a
 * command's verb runs on the thread that calls it.
 *
 * <p>Start reading at {@link io.trunkline.engine.plugin.Plugin}.
 */
package io.trunkline.engine.plugin;
