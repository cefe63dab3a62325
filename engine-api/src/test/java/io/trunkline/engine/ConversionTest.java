package io.trunkline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.trunkline.engine.model.Direction;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Offset;
import io.trunkline.engine.model.OrderRequest;
import io.trunkline.engine.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ConversionTest {

    private static final OrderRequest REQUEST =
            OrderRequest.limit("SIM", InstrumentId.parse("rb2610.SHFE"), Direction.LONG, Offset.CLOSE, 1, 2);

    @Test
    void isAListOfItsOwn() {
        List<OrderRequest> requests = new ArrayList<>(List.of(REQUEST));
        Conversion conversion = Conversion.to(requests);
        requests.clear();

        assertThat(conversion.requests()).containsExactly(REQUEST);
        assertThat(conversion.refusal()).isEmpty();
    }

    @Test
    void orARefusal() {
        Conversion conversion = Conversion.refused("available", "2 asked, 1 available");

        assertThat(conversion.requests()).isEmpty();
        assertThat(conversion.refusal()).contains(new Refusal("available", "2 asked, 1 available"));
        assertThatNullPointerException().isThrownBy(() -> new Conversion(List.of(), null)).withMessage("refusal");
    }

    @Test
    void aDecisionRefusesWithTheSameWords() {
        assertThat(Decision.refuse("rule", "message")).isEqualTo(new Decision.Refuse(new Refusal("rule", "message")));
        assertThat(Decision.PASS).isEqualTo(new Decision.Pass());
        assertThatNullPointerException().isThrownBy(() -> new Decision.Refuse(null)).withMessage("refusal");
        assertThatNullPointerException().isThrownBy(() -> new Decision.Answer(null)).withMessage("reply");
    }
}
