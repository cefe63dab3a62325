package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(10)
class ZonesTest {

    @ParameterizedTest
    @EnumSource(Exchange.class)
    void knowsAZoneForEveryExchange(Exchange exchange) {
        assertThat(Zones.of(exchange)).isNotNull();
    }

    @Test
    void readsChineseClocksInShanghai() {
        assertThat(Zones.of(Exchange.SHFE).getId()).isEqualTo("Asia/Shanghai");
    }
}
