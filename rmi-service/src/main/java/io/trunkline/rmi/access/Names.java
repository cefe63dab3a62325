package io.trunkline.rmi.access;

import java.util.Arrays;
import java.util.List;

/** Lists in settings. */
final class Names {

    private Names() {}

    /** The parts that commas separate, without space around them and without empty ones. */
    static List<String> split(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
