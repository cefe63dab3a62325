/**
 * Programs of one screen each that show how Trunkline is used from code. All but the plug-ins are run as
 *
 * <pre>
 * java -cp launcher/target/trunkline.jar:launcher/target/examples/trunkline-examples.jar io.trunkline.examples.NAME
 * </pre>
 *
 * <p>after {@code mvn -DskipTests package}. On Windows a semicolon stands between the two jars.
 */
package io.trunkline.examples;
