package io.trunkline.launcher.text;

/**
 * A type of gateways or apps, as a list shows it.
 *
 * @param type its name
 * @param kind {@code gateway} or {@code app}
 * @param description one line for a person
 * @param path the jar or folder that it comes from; empty if that is not known
 */
public record PluginRow(String type, String kind, String description, String path) {

    /** The last part of the path. */
    String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
