package io.trunkline.launcher.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginTitleTest {

    @ParameterizedTest
    @CsvSource({"RpcService,RPC service", "DataRecorder,Data recorder", "SIM,SIM", "risk_manager,risk manager"})
    void aTypeIsWrittenAsAPersonWould(String type, String title) {
        assertThat(PluginTitle.of(type)).isEqualTo(title);
    }
}
