package io.trunkline.launcher.ui.desk;

import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.Outcome;
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

    /** Why a request was not taken; nothing if it was, so that what was said before is not covered. */
    Note trouble(Outcome outcome) {
        return outcome.isAccepted() ? Note.plain("") : failed(outcome);
    }

    private Note failed(Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt doubt) {
            return new Note(texts.format("desk.note.inDoubt", PlainText.of(doubt.reason()), doubt.clientKey()),
                    Tone.WARNING);
        }
        if (outcome instanceof Outcome.NeverReceived) return Note.error(texts.get("desk.note.neverReceived"));
        return Note.error(texts.format("desk.note.refused",
                outcome.whyRefused().map(refusal -> PlainText.of(refusal.toString())).orElse("")));
    }
}
