package io.trunkline.rmi.keys;

import io.trunkline.engine.plugin.Command;
import io.trunkline.engine.plugin.Verb;
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
                new RevokeVerb(workshop).revoke(), init.renew()).map(FileErrors::explained).toList();
        return new Command("keys", "Make and revoke the keys by which server and clients know each other.", verbs);
    }
}
