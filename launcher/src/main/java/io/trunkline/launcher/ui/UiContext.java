package io.trunkline.launcher.ui;

import io.trunkline.engine.MainEngine;
import java.awt.Component;
import javax.swing.JOptionPane;

/**
 * What every part of a window works with.
 *
 * @param engine the engine that is shown; not the window's to close
 * @param texts the words in the language that the window has
 * @param store what is remembered
 * @param settings what was typed into settings
 * @param background where requests are made
 */
record UiContext(
        MainEngine engine, Texts texts, UiStore store, SettingMemory settings, Background background) {

    /** The text of a key. */
    String text(String key) {
        return texts.get(key);
    }

    /** Shows over a component what went wrong. */
    void showProblem(Component over, Exception problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        JOptionPane.showMessageDialog(over, Labels.wrapped(message), text("frame.failed"), JOptionPane.ERROR_MESSAGE);
    }
}
