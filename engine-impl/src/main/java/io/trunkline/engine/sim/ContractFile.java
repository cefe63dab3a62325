package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.Exchange;
import io.trunkline.engine.model.InstrumentId;
import io.trunkline.engine.model.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a user's list of contracts: comma-separated values under a header with the columns {@code symbol}, 
 * {@code exchange}, {@code size} and {@code pricetick}, and if wanted {@code name}, {@code product} (default FUTURES),
 * {@code min_volume} (default 1), {@code max_volume} (default 0, no limit), {@code stop_supported} (default true) and
 * {@code net_position} (default false), in any order. One bad line makes the whole file unusable: trading on half a
 * list would surprise.
 */
final class ContractFile {

    static final List<String> NEEDED = List.of("symbol", "exchange", "size", "pricetick");
    private static final Set<String> KNOWN = Set.of("symbol", "exchange", "size", "pricetick", "name", "product",
            "min_volume", "max_volume", "stop_supported", "net_position");

    private ContractFile() {}

    static List<Contract> read(DataFile file, String gateway) throws RecordingException {
        try (CsvFile csv = CsvFile.open(file)) {
            csv.require(NEEDED, "the columns " + String.join(",", NEEDED));
            Set<String> unknown = new TreeSet<>(csv.columns().keySet());
            unknown.removeAll(KNOWN);
            if (!unknown.isEmpty()) {
                throw new RecordingException(csv.name() + " has the unknown columns " + unknown + "; known are "
                        + new TreeSet<>(KNOWN));
            }
            List<Contract> contracts = new ArrayList<>();
            while (csv.next()) contracts.add(contract(csv, gateway));
            return contracts;
        } catch (IOException e) {
            throw CsvFile.unreadable(file, e);
        }
    }

    private static Contract contract(CsvFile csv, String gateway) throws RecordingException {
        try {
            Row row = new Row(csv, csv.fields());
            return Contract.builder().gateway(gateway)
                    .instrument(new InstrumentId(row.text("symbol", ""), Exchange.parse(row.text("exchange", ""))))
                    .name(row.text("name", "")).product(Product.valueOf(row.text("product", "FUTURES")))
                    .size(row.decimal("size", 0)).priceTick(row.decimal("pricetick", 0))
                    .minVolume(row.decimal("min_volume", 1)).maxVolume(row.decimal("max_volume", 0))
                    .stopSupported(row.flag("stop_supported", true)).netPosition(row.flag("net_position", false))
                    .build();
        } catch (BadLineException | IllegalArgumentException e) {
            throw new RecordingException(csv.name() + " line " + csv.line() + ": " + e.getMessage()
                    + "; correct the line of the contract list", e);
        }
    }

    private record Row(CsvFile csv, Fields fields) {

        String text(String column, String missing) {
            Integer place = csv.columns().get(column);
            return place == null || fields.isEmpty(place) ? missing : fields.text(place);
        }

        double decimal(String column, double missing) throws BadLineException {
            Integer place = csv.columns().get(column);
            return place == null || fields.isEmpty(place) ? missing : fields.decimal(place);
        }

        boolean flag(String column, boolean missing) throws BadLineException {
            String text = text(column, Boolean.toString(missing));
            if (text.equalsIgnoreCase("true")) return true;
            if (text.equalsIgnoreCase("false")) return false;
            throw new BadLineException(column + " is '" + text + "', not true or false");
        }
    }
}
