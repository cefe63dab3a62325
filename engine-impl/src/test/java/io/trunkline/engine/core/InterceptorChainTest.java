package io.trunkline.engine.core;

import static io.trunkline.engine.core.Fixtures.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.Decision;
import io.trunkline.engine.Interceptor;
import io.trunkline.engine.Origin;
import io.trunkline.engine.event.Registration;
import io.trunkline.engine.model.History;
import io.trunkline.engine.model.Id;
import io.trunkline.engine.model.Outcome;
import io.trunkline.engine.model.Refusal;
import io.trunkline.engine.model.Reply;
import io.trunkline.engine.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterceptorChainTest {

    private static final Outcome ACCEPTED = Outcome.accepted(Id.parse("SIM.1"));
    private static final Outcome REFUSED = Outcome.refused("limit", "limit 1, actual 2");

    private final InterceptorChain chain = new InterceptorChain();
    private final List<String> log = new ArrayList<>();

    private final class Recorder implements Interceptor {
        private final Stage stage;
        private final String name;
        private final Supplier<Decision> decision;

        private Recorder(Stage stage, String name, Supplier<Decision> decision) {
            this.stage = stage;
            this.name = name;
            this.decision = decision;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public Decision before(Request request, Origin origin) {
            log.add("before " + name);
            return decision.get();
        }

        @Override
        public void after(Request request, Origin origin, Reply reply) {
            log.add("after " + name + " " + (reply.equals(ACCEPTED) ? "accepted" : "refused"));
        }
    }

    private Registration add(String name, Supplier<Decision> decision) {
        return add(Interceptor.Stage.RULES, name, decision);
    }

    private Registration add(Interceptor.Stage stage, String name, Supplier<Decision> decision) {
        return chain.add(new Recorder(stage, name, decision));
    }

    private Outcome run() {
        return chain.run(buy("SIM"), Origin.LOCAL, ReplyKind.OUTCOME, () -> {
            log.add("call");
            return ACCEPTED;
        });
    }

    @Test
    void asksInOrderAndTellsInReverse() {
        add("a", () -> Decision.PASS);
        add("b", () -> Decision.PASS);

        assertThat(run()).isEqualTo(ACCEPTED);

        assertThat(log).containsExactly("before a", "before b", "call", "after b accepted", "after a accepted");
        assertThat(chain.names()).containsExactly("a", "b");
    }

    @Test
    void asksStageByStageWhateverWasAddedFirst() {
        add(Interceptor.Stage.EXECUTION, "paper", () -> new Decision.Answer(ACCEPTED));
        add("a", () -> Decision.PASS);
        add(Interceptor.Stage.RIGHTS, "rights", () -> Decision.PASS);
        add("b", () -> Decision.PASS);

        assertThat(run()).isEqualTo(ACCEPTED);

        assertThat(chain.names()).containsExactly("rights", "a", "b", "paper");
        assertThat(log).startsWith("before rights", "before a", "before b", "before paper");
    }

    @Test
    void tellsThoseThatPassedWhenALaterOneRefuses() {
        add("a", () -> Decision.PASS);
        add("b", () -> Decision.refuse("limit", "limit 1, actual 2"));
        add("c", () -> Decision.PASS);

        assertThat(run()).isEqualTo(REFUSED);

        assertThat(log).containsExactly("before a", "before b", "after a refused");
    }

    @Test
    void tellsTheOneThatAnsweredAsWell() {
        add("a", () -> Decision.PASS);
        add("paper", () -> new Decision.Answer(ACCEPTED));
        add("c", () -> Decision.PASS);

        assertThat(run()).isEqualTo(ACCEPTED);

        assertThat(log).containsExactly("before a", "before paper", "after paper accepted", "after a accepted");
    }

    @Test
    void refusesIfOneThrows() {
        add("a", () -> Decision.PASS);
        add("broken", () -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(run().whyRefused()).map(Refusal::rule).contains("interceptor-error");

        assertThat(log).containsExactly("before a", "before broken", "after a refused");
    }

    @Test
    void refusesIfOneDecidesNothing() {
        add("broken", () -> null);

        assertThat(run().whyRefused()).map(Refusal::rule).contains("interceptor-error");
    }

    @Test
    void refusesAnAnswerOfTheWrongKind() {
        add("broken", () -> new Decision.Answer(History.bars(List.of())));

        assertThat(run().whyRefused()).map(Refusal::rule).contains("interceptor-error");
        assertThat(log).doesNotContain("call");
    }

    @Test
    void tellsTheOthersIfOneThrowsWhenTold() {
        add("a", () -> Decision.PASS);
        chain.add(new Interceptor() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Decision before(Request request, Origin origin) {
                return Decision.PASS;
            }

            @Override
            public void after(Request request, Origin origin, Reply reply) {
                throw new AssertionError("on purpose");
            }
        });

        assertThat(run()).isEqualTo(ACCEPTED);

        assertThat(log).endsWith("after a accepted");
    }

    @Test
    void tellsAnInterceptorThatWasTakenOutMeanwhile() {
        Registration registration = add("a", () -> Decision.PASS);
        chain.run(buy("SIM"), Origin.LOCAL, ReplyKind.OUTCOME, () -> {
            registration.close();
            return ACCEPTED;
        });
        run();

        assertThat(log).containsExactly("before a", "after a accepted", "call");
    }

    @Test
    void takesOutOneOfTwoPlacesOfTheSameInterceptor() {
        Recorder recorder = new Recorder(Interceptor.Stage.RULES, "twice", () -> Decision.PASS);
        Registration first = chain.add(recorder);
        chain.add(recorder);

        first.close();
        first.close();

        assertThat(chain.names()).containsExactly("twice");
    }

    @Test
    void makesTheCallOutsideTheLock() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        add("a", () -> {
            inside.incrementAndGet();
            return Decision.PASS;
        });
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch calling = new CountDownLatch(1);
        Thread slow = new Thread(() -> chain.run(buy("SIM"), Origin.LOCAL, ReplyKind.OUTCOME, () -> {
            calling.countDown();
            Fixtures.await(release);
            return ACCEPTED;
        }));
        slow.start();
        Fixtures.await(calling);

        assertThat(run()).as("while another call is in progress").isEqualTo(ACCEPTED);

        release.countDown();
        slow.join();
        assertThat(inside).hasValue(2);
    }

    @Test
    void asksUnderOneLock() throws InterruptedException {
        int[] unguarded = {0};
        add("counter", () -> {
            int was = unguarded[0];
            Thread.onSpinWait();
            unguarded[0] = was + 1;
            return Decision.PASS;
        });
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int n = 0; n < 5_000; n++) chain.run(buy("SIM"), Origin.LOCAL, ReplyKind.OUTCOME, () -> ACCEPTED);
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();

        assertThat(unguarded[0]).isEqualTo(20_000);
        assertThat(log).as("kept under the same lock").hasSize(40_000);
    }
}
