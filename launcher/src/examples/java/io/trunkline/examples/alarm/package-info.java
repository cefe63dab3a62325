/**
 * An app plug-in with a kind of event of its own. Together with {@link io.trunkline.examples.walk} it is in a jar that
 * any Trunkline server takes from a folder:
 *
 * <pre>
 * java -jar launcher/target/trunkline.jar server --plugins launcher/target/examples/plugins \
 *     --app RpcService --app Alarm --set Alarm.above=7000
 * </pre>
 */
package io.trunkline.examples.alarm;
