package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppsTest {

    @Test
    void theServiceStartsAfterAllOthersWhereverItIsNamed() {
        assertThat(Apps.types(List.of("RpcService", " Desk", "Alarm", "Desk"))).containsExactly("Desk", "Alarm",
                "RpcService");
    }
}
