package io.trunkline.launcher.ui.desk;

/**
 * A sentence for the user.
 *
 * @param text the sentence; empty for none
 * @param tone what its colour says
 */
record Note(String text, Tone tone) {

    static Note plain(String text) {
        return new Note(text, Tone.PLAIN);
    }

    static Note error(String text) {
        return new Note(text, Tone.ERROR);
    }
}
