package io.trunkline.launcher;

import io.trunkline.launcher.text.Format;
import picocli.CommandLine.Option;

/** The option of commands whose answer can have several forms. */
final class FormatOption {

    @Option(names = "--format", paramLabel = "table|csv|json", defaultValue = "TABLE",
            description = "The form of the answer; table if not given.")
    private Format format;

    Format format() {
        return format;
    }
}
