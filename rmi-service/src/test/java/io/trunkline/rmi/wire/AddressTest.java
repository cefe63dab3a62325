package io.trunkline.rmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class AddressTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1:80, 127.0.0.1:80", "localhost, localhost:2014", "[::1], [::1]:2014", "[::1]:7, [::1]:7",
        "unix:/run/t.sock, unix:/run/t.sock", "unix:/a b:c, unix:/a b:c"})
    void isReadAndWritten(String text, String written) {
        assertThat(Address.parse(text, 2014)).hasToString(written);
    }

    @Test
    void aRelativePathStartsAtTheWorkingDirectory() {
        assertThat(Address.parse("unix:t.sock", 1)).hasToString("unix:" + Path.of("").toAbsolutePath() + "/t.sock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":80", "1.2.3.4:0", "1.2.3.4:65536", "unix:", "unix: ", "unix:a\0b"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Address.parse(text, 2014)).isInstanceOf(IllegalArgumentException.class);
    }
}
