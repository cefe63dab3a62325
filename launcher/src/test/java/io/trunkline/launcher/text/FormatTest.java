package io.trunkline.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.OptionTerms;
import io.trunkline.engine.model.OptionType;
import io.trunkline.engine.model.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FormatTest {

    @Test
    void tablesShowTheMainFiguresAtTheExchangesClock() {
        assertThat(Format.TABLE.lines(Shapes.TICK, List.of(Samples.tick()))).containsExactly(
                "instrument  name  last  volume  openInterest  bidPrice1  bidVolume1  askPrice1  askVolume1  time"
                        + "                     gateway",
                "AP010.CZCE  苹果  6840     698        142836       6838          57     6840.5          10  "
                        + "2020-08-10 09:00:00.500  RPC.SIM");
    }

    @Test
    void csvHasEveryFigureInUtc() {
        List<String> lines = Format.CSV.lines(Shapes.TRADE, List.of(Samples.trade("a,b")));

        assertThat(lines).containsExactly(
                "id,orderId,instrument,direction,offset,price,volume,time,reference,owner,clientKey,gateway",
                "RPC.SIM.t1,RPC.SIM.7,AP010.CZCE,LONG,OPEN,6840,1,2020-08-10T01:00:00.500Z,\"a,b\",,,RPC.SIM");
    }

    @Test
    void jsonIsOneArray() {
        List<String> lines = Format.JSON.lines(Shapes.TRADE, List.of(Samples.trade("1"), Samples.trade("2")));

        assertThat(lines).hasSize(4).startsWith("[").endsWith("]");
        assertThat(lines.get(1)).startsWith("{\"id\":").endsWith("},");
        assertThat(lines.get(2)).endsWith("}");
        assertThat(Format.JSON.lines(Shapes.TRADE, List.of())).containsExactly("[", "]");
    }

    @Test
    void termsOfOptionsAreThereWhereThereAreAny() {
        Contract future = Contract.builder().gateway("SIM").instrument(Samples.APPLE).product(Product.FUTURES)
                .priceTick(1).build();
        Contract option = future.toBuilder().product(Product.OPTION)
                .option(new OptionTerms(7000, "AP010.CZCE", OptionType.CALL, null, null, "", "")).build();

        assertThat(Shapes.CONTRACT.json(future)).doesNotContain("option");
        assertThat(Shapes.CONTRACT.json(option))
                .contains("\"optionStrike\":7000,\"optionUnderlying\":\"AP010.CZCE\",\"optionType\":\"CALL\"");
    }
}
