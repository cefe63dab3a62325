package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.Verb;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What goes wrong with files, in sentences. */
public final class FileErrors {

    private FileErrors() {}

    /** The same verb, whose errors about files are sentences. */
    public static Verb explained(Verb verb) {
        return new Verb(verb.name(), verb.description(), verb.parameters(), (settings, home, user) -> {
            try {
                return verb.body().run(settings, home, user);
            } catch (AccessDeniedException e) {
                throw new IOException("this user may not use " + e.getFile() + "; be the one who owns it", e);
            } catch (FileSystemException e) {
                String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
                throw new IOException(e.getFile() + " cannot be used: " + reason, e);
            }
        });
    }
}
