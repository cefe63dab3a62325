package io.trunkline.rmi.pair;

import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingException;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.engine.plugin.Settings;
import io.trunkline.engine.plugin.Verb;
import io.trunkline.rmi.keys.Handover;
import io.trunkline.rmi.wire.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Fetches an identity that waits for this machine. */
final class TakeVerb {

    private static final String CODE = "code";
    private static final String FROM = "from";
    private static final String REPLACE = "replace";

    private final Means means;

    TakeVerb(Means means) {
        this.means = means;
    }

    Verb take() {
        return new Verb("take", "Fetch the identity that 'trunkline pair offer' offers on the server's machine.",
                List.of(SettingDescriptor.of(CODE, SettingType.SECRET, "", "the code that is shown there"),
                        SettingDescriptor.of(FROM, SettingType.ADDRESS, "127.0.0.1",
                                "the server's machine, HOST or HOST:PORT"),
                        SettingDescriptor.of(REPLACE, SettingType.FLAG, "false",
                                "put it in the place of the identity that is here")), this::take);
    }

    private List<String> take(Settings settings, Path home, Consumer<String> user) throws Exception {
        Handover handover = new Handover(home);
        boolean replace = settings.flag(REPLACE);
        Code code = code(settings);
        Address.Tcp from = from(settings);
        handover.checkFree(replace); // before the code is used up
        Proofs proofs = Proofs.of(code, means.limits().rounds());
        new Taking(proofs, means.limits(), means.random())
                .from(from, identity -> handover.save(identity, replace));
        return List.of("made " + handover.identity() + ", which was offered at " + from,
                "next: trunkline client --connect " + withoutPort(from));
    }

    private static Code code(Settings settings) {
        try {
            return Code.parse(settings.text(CODE));
        } catch (IllegalArgumentException e) {
            throw new SettingException(CODE, e.getMessage());
        }
    }

    private static Address.Tcp from(Settings settings) {
        String text = settings.text(FROM);
        try {
            if (Address.parse(text, PairCommand.PORT) instanceof Address.Tcp tcp) return tcp;
        } catch (IllegalArgumentException e) {
            throw new SettingException(FROM, "'" + text + "' cannot be dialled: " + e.getMessage());
        }
        throw new SettingException(FROM, "'" + text + "' is on this machine, where a file can be copied; give HOST or "
                + "HOST:PORT");
    }

    private static String withoutPort(Address.Tcp address) {
        String text = address.toString();
        return text.substring(0, text.lastIndexOf(':'));
    }
}
