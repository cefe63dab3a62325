package io.trunkline.launcher.ui.desk;

/** What a figure's colour says. */
enum Tone { PLAIN, QUIET, LONG, SHORT, BID, ASK, GAIN, LOSS, WARNING, ERROR }
