/**
 * A gateway plug-in: an exchange whose one price goes up and down at random. It is in a jar that any Trunkline server
 * takes from a folder:
 *
 * <pre>
 * java -jar launcher/target/trunkline.jar server --plugins launcher/target/examples/plugins --gateway WALK
 * java -jar launcher/target/trunkline.jar client --subscribe WALK.LOCAL
 * </pre>
 */
package io.trunkline.examples.walk;
