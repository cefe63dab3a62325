package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.model.Outcome;
import io.trunkline.launcher.text.Plain;
import io.trunkline.launcher.ui.Texts;

/** Says what became of requests. */
final class OutcomeNote {

    private final Texts texts;

    OutcomeNote(Texts texts) {
        this.texts = texts;
    }

    /** That an order was taken, under which id; or what else became of it. */
    Note sent(Outcome outcome) {
        return outcome instanceof Outcome.Accepted taken
                ? Note.plain(texts.format("desk.note.sent", taken.id())) : failed(outcome);
    }

    /** That a request about something was taken, by a text's key; or what else became of it. */
    Note done(String textKey, Object about, Outcome outcome) {
        return outcome.isAccepted() ? Note.plain(texts.format(textKey, about)) : failed(outcome);
    }

    private Note failed(Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt doubt) {
            return new Note(texts.format("desk.note.inDoubt", Plain.line(doubt.reason()), doubt.clientKey()),
                    Tone.WARNING);
        }
        if (outcome instanceof Outcome.NeverReceived) return Note.error(texts.get("desk.note.neverReceived"));
        return Note.error(texts.format("desk.note.refused",
                outcome.whyRefused().map(refusal -> Plain.line(refusal.toString())).orElse("")));
    }
}
