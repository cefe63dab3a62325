package io.trunkline.rmi.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.engine.plugin.SettingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class HostTest {

    @Test
    void namesAndAddressesHaveOneForm() {
        assertThat(Hosts.parse("host", "Desk.LAN, 10.0.0.5,FD00:0::5")).extracting(Host::text)
                .containsExactly("desk.lan", "10.0.0.5", "fd00::5");
        assertThat(Hosts.withLocal(Hosts.parse("host", "0:0:0:0:0:0:0:1"))).filteredOn(Host.parse("::1")::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.lan", "a b", "", " ", "a,,b", "-a", "a-", "a..b", ".a", "a.", "a_b", "10.0.0.256",
        "10.1", "0.0.0.0", "::", "[::1]", "fe80::1%eth0", "a:2014", "b\u00fccher.de", "a\nb", "a=b", "a\u0000"})
    void whatNobodyCanDialIsRefusedByItsName(String text) {
        assertThatThrownBy(() -> Hosts.parse("host", text)).isInstanceOf(SettingException.class)
                .hasMessageMatching("(?s)setting host: '.*'.*");
    }

    @Test
    void hugeNamesAndListsAreRefused() {
        assertThatThrownBy(() -> Host.parse("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Host.parse(String.join(".", List.of("a".repeat(63), "b".repeat(63), "c".repeat(63),
                "d".repeat(63))))).isInstanceOf(IllegalArgumentException.class);
        String many = Stream.iterate(1, i -> i + 1).limit(65).map(i -> "h" + i).collect(Collectors.joining(","));
        assertThatThrownBy(() -> Hosts.parse("host", many)).hasMessage("setting host: 65 hosts are more than 64");
    }
}
