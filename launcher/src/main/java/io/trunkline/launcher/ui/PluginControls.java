package io.trunkline.launcher.ui;

import javax.swing.JComponent;

/** What stands at the head of a plug-in's window: how it stands, and what changes that. */
interface PluginControls {

    /** What to lay out. */
    JComponent component();

    /** How the plug-in stands now. Called off the event dispatch thread. */
    Lamp lamp();

    /** Shows how it stands. */
    void show(Lamp lamp);

    /** Lets the next controls of this plug-in begin with what was typed here. */
    default void keepTyped() {}

    /** Sets what is to be called when something here changed the plug-in. */
    void setChanged(Runnable changed);
}
