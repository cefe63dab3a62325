package io.trunkline.launcher.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.MainEngine;
import io.trunkline.engine.Origin;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A trader on an engine of its own, and what it wrote. */
abstract class TraderFixture {

    static final String APPLE = "AP010.CZCE";

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    final ScriptTrader trader = ScriptTrader.on(MainEngine.create(),
            Console.of(stream(out), stream(messages)), GivenTexts.NONE);

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        trader.close();
    }

    void connect() {
        trader.connectGateway("SIM", List.of("speed=100", "start=subscribe"));
    }

    void answer(Function<Request, Reply> replies) {
        trader.engine().addInterceptor(new Interceptor() {
            @Override
            public String name() {
                return "answers";
            }

            @Override
            public Decision before(Request request, Origin origin) {
                return new Decision.Answer(replies.apply(request));
            }
        });
    }

    static void assertFails(ThrowingCallable verb, String message) {
        assertThatThrownBy(verb).isInstanceOf(ScriptException.class).hasMessage(message);
    }
}
