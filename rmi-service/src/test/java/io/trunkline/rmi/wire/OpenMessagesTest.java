package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.model.Account;
import io.trunkline.engine.model.Event;
import io.trunkline.engine.model.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OpenMessagesTest {

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static OpenRequest request(int version) {
        return new OpenRequest(version, "客户", filled(22, 7), filled(16, 9), true, new Epoch(-1, 2), 77,
                filled(16, 3), -99, "token", Duration.ofSeconds(3));
    }

    @Test
    void aRequestComesBack() throws WireException {
        OpenRequest back = OpenRequest.decode(request(Protocol.VERSION).encode());

        assertThat(back.version()).isEqualTo(Protocol.VERSION);
        assertThat(back.clientName()).isEqualTo("客户");
        assertThat(back.callbackId()).containsExactly(filled(22, 7));
        assertThat(back.secret()).containsExactly(filled(16, 9));
        assertThat(back.allTicks()).isTrue();
        assertThat(back.epoch()).isEqualTo(new Epoch(-1, 2));
        assertThat(back.through()).isEqualTo(77);
        assertThat(back.instance()).containsExactly(filled(16, 3));
        assertThat(back.nanos()).isEqualTo(-99);
    }

    @Test
    void theVersionStandsInTheSamePlaceWhateverFollows() throws WireException {
        assertThat(OpenRequest.versionOf(request(Protocol.VERSION).encode())).isEqualTo(Protocol.VERSION);
        assertThat(OpenRequest.versionOf(request(99).encode())).isEqualTo(99);
        byte[] ofAnother = {0x4C, 0x4B, 0x52, 0x54, 2, 0, 0, 0, 'w', 'h', 'a', 't'};
        assertThat(OpenRequest.versionOf(ofAnother)).isEqualTo(2);
        assertThatThrownBy(() -> OpenRequest.versionOf(new byte[8])).isInstanceOf(WireException.class)
                .hasMessageContaining("greeting");
    }

    @Test
    void aReplyComesBack() throws WireException {
        OpenReply.Opened opened = (OpenReply.Opened) OpenReply.decode(
                new OpenReply.Opened(filled(22, 3), new Epoch(5, -6), 12, true, 1L << 40, 3).encode());
        assertThat(opened.sessionId()).containsExactly(filled(22, 3));
        assertThat(opened.epoch()).isEqualTo(new Epoch(5, -6));
        assertThat(opened.number()).isEqualTo(12);
        assertThat(opened.resumed()).isTrue();
        assertThat(opened.through()).isEqualTo(1L << 40);

        OpenReply.Refused refused = new OpenReply.Refused(new Refusal("rule", "消息"));
        assertThat(OpenReply.decode(refused.encode())).isEqualTo(refused);
        assertThatThrownBy(() -> OpenReply.decode(new byte[] {2})).isInstanceOf(WireException.class);
    }

    @Test
    void epochsAreRandomAndReadable() {
        assertThat(Epoch.random()).isNotEqualTo(Epoch.random());
        assertThat(new Epoch(1, -1)).hasToString("0000000000000001ffffffffffffffff");
    }

    @Test
    void aLookUpComesBackAndItsReplyIsSeenThroughAGateway() throws WireException {
        for (LookUp.Kind kind : LookUp.Kind.values()) {
            LookUp lookUp = new LookUp(kind, "键.1");
            assertThat(LookUp.decode(lookUp.encode())).isEqualTo(lookUp);
        }
        List<Event> records = List.of(Account.of("SIM", "a.1", 3, 1), Account.of("CTP", "b", 2, 1));
        byte[] reply = Coding.encode(records);

        assertThat(LookUp.decodeReply(reply, "")).isEqualTo(records);
        assertThat(LookUp.decodeReply(reply, "RPC"))
                .isEqualTo(records.stream().map(event -> Coding.under("RPC", event)).toList());
        assertThat(LookUp.decodeReply(new byte[0], "RPC")).isEmpty();
        assertThatThrownBy(() -> LookUp.decodeReply(Arrays.copyOf(reply, reply.length - 1), ""))
                .isInstanceOf(WireException.class);
    }
}
