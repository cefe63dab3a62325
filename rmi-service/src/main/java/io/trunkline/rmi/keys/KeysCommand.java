package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.Command;
import io.trunkline.engine.plugin.Verb;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code keys}. */
public final class KeysCommand {

    private KeysCommand() {}

    /** The command, which makes what it is asked for in the folder {@code keys} of the home that it is given. */
    public static Command create() {
        return create(new Workshop(new PrivateFiles(), InstantSource.system(), new SecureRandom()));
    }

    static Command create(Workshop workshop) {
        InitVerb init = new InitVerb(workshop);
        IssueVerb issue = new IssueVerb(workshop);
        List<Verb> verbs = Stream.of(init.init(), issue.issue(), issue.token(), new ListVerb(workshop).list(),
                new RevokeVerb(workshop).revoke(), init.renew()).map(KeysCommand::explaining).toList();
        return new Command("keys", "Make and revoke the keys by which server and clients know each other.", verbs);
    }

    /** The same verb, whose errors about files are sentences. */
    private static Verb explaining(Verb verb) {
        return new Verb(verb.name(), verb.description(), verb.parameters(), (settings, home) -> {
            try {
                return verb.body().run(settings, home);
            } catch (AccessDeniedException e) {
                throw new IOException("this user may not use " + e.getFile() + "; be the one who owns it", e);
            } catch (FileSystemException e) {
                String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
                throw new IOException(e.getFile() + " cannot be used: " + reason, e);
            }
        });
    }
}
