package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.Proposals;
import io.trunkline.engine.plugin.SettingDescriptor;
import io.trunkline.engine.plugin.SettingType;
import io.trunkline.rmi.wire.Offers.Entry;
import io.trunkline.rmi.wire.Offers.Offer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OffersTest {

    static final List<Offer> OFFERS = List.of(
            new Offer("SIM", false, List.of(new Entry("pause", "Holds it.", List.of()))),
            new Offer("Desk", true, List.of(new Entry("state", "Sets \u72b6\u6001.", List.of(
                    SettingDescriptor.choice("scope", List.of("all", "client"), "Of whom."),
                    SettingDescriptor.of("name", SettingType.TEXT, "", "Which.")
                            .proposing(new Proposals("scope", Map.of("client", List.of("alice", "bob")))),
                    SettingDescriptor.of("days", SettingType.INTEGER, "1", "How long."))))));

    @Test
    void offersCrossAsTheyAre() throws WireException {
        assertThat(Offers.decode(Offers.encode(OFFERS))).isEqualTo(OFFERS);
    }

    @Test
    void whatIsTooLargeIsLeftOutByTheWriter() throws WireException {
        String large = "x".repeat(600);
        SettingDescriptor name = SettingDescriptor.of("name", SettingType.TEXT, "", "Which.").proposing(
                Proposals.of(List.of("alice", large)));
        List<Offer> read = Offers.decode(Offers.encode(List.of(new Offer(large, true, List.of()),
                new Offer("Desk", true,
                        List.of(new Entry(large, "", List.of()), new Entry("state", "", List.of(name)))),
                new Offer("Many", true, Collections.nCopies(500, new Entry("a", "", List.of()))))));

        assertThat(read).extracting(Offer::plugin).containsExactly("Desk", "Many");
        assertThat(read.get(0).actions()).singleElement().satisfies(entry -> assertThat(
                entry.parameters().get(0).proposals().at("")).containsExactly("alice"));
        assertThat(read.get(1).actions()).hasSize(128);
    }

    @Test
    void theAnswerStaysWithinItsBounds() throws WireException {
        SettingDescriptor full = SettingDescriptor.of("name", SettingType.TEXT, "", "Which.")
                .proposing(Proposals.of(Collections.nCopies(128, "x".repeat(512))));
        Offer offer = new Offer("Desk", true, Collections.nCopies(4, new Entry("state", "", List.of(full))));

        byte[] bytes = Offers.encode(Collections.nCopies(20, offer));

        assertThat(bytes).hasSizeLessThanOrEqualTo(Offers.MAX_BYTES);
        assertThat(Offers.decode(bytes)).isNotEmpty().hasSizeLessThan(20);
    }

    @Test
    void theReaderRefusesMoreThanThat() {
        assertThatThrownBy(() -> Offers.decode(new byte[Offers.MAX_BYTES + 1])).isInstanceOf(WireException.class);
        WireWriter many = new WireWriter(16);
        many.writeVarint(200);
        assertThatThrownBy(() -> Offers.decode(many.toByteArray())).isInstanceOf(WireException.class);
    }
}
