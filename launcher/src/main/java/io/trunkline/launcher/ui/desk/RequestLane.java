package io.trunkline.launcher.ui.desk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes requests one after the other on a thread of its own, since they may block, and hands what came of them to the
 * event dispatch thread.
 */
final class RequestLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLane.class);

    private Consumer<Note> notes = note -> { }; // for the event dispatch thread
    private final ExecutorService thread;

    /** A lane whose thread has a name. */
    RequestLane(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Sets who is handed notes from now on, on the event dispatch thread; to be called there. */
    void onNote(Consumer<Note> receiver) {
        notes = receiver;
    }

    /** Makes a request later; an empty note is not handed over. Returns at once; does nothing after the lane was closed. */
    void ask(Supplier<Note> request) {
        try {
            thread.execute(() -> {
                Note note = make(request);
                if (!note.text().isEmpty()) SwingUtilities.invokeLater(() -> notes.accept(note));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("a request came after the desk was closed");
        }
    }

    private static Note make(Supplier<Note> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            LOG.warn("a request failed", e);
            return Note.error(e.toString());
        }
    }

    /** Ends the thread; what still waits is not asked. */
    @Override
    public void close() {
        int left = thread.shutdownNow().size();
        if (left > 0) LOG.warn("{} requests were not made, for the window was closed", left);
    }
}
