package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The rows of one tick file, in file order. For one thread. */
final class TickFile implements Closeable {

    private static final int MAX_REPORTS = 5;

    private final CsvFile csv;
    private final TickColumns columns;
    private final ContractTable contracts;
    private boolean ended;
    private long malformed;

    private TickFile(CsvFile csv, TickColumns columns, ContractTable contracts) {
        this.csv = csv;
        this.columns = columns;
        this.contracts = contracts;
    }

    static TickFile open(DataFile file, ContractTable contracts) throws RecordingException {
        CsvFile csv = CsvFile.open(file);
        try {
            return new TickFile(csv, TickColumns.of(csv), contracts);
        } catch (RecordingException e) {
            try {
                csv.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** The next row, or null at the end. A file that breaks off ends with a note that says so. */
    TickRow next() {
        if (ended) return null;
        try {
            if (csv.next()) return row();
            ended = true;
            return malformed <= MAX_REPORTS ? null : TickRow.broken(TickRow.Kind.NOTE, csv.name() + ": " + malformed
                    + " malformed lines in all, of which only the first " + MAX_REPORTS + " are reported");
        } catch (IOException e) {
            ended = true;
            return TickRow.broken(TickRow.Kind.NOTE, csv.name() + " cannot be read behind line " + csv.line() + ": "
                    + e.getMessage() + "; what follows there is missing from the replay");
        }
    }

    private TickRow row() {
        try {
            Fields fields = csv.fields();
            String symbol = columns.symbol(fields);
            if (symbol.isEmpty()) throw new BadLineException("it names no instrument");
            String exchange = columns.exchange(fields);
            Contract contract = contracts.find(symbol, exchange);
            if (contract == null) {
                throw new BadLineException("no contract lists " + ContractTable.text(symbol, exchange));
            }
            return columns.row(fields, contract);
        } catch (BadLineException e) {
            return TickRow.broken(TickRow.Kind.MALFORMED, ++malformed > MAX_REPORTS
                    ? "" : csv.name() + " line " + csv.line() + ": " + e.getMessage() + "; the line is skipped");
        }
    }

    /**
     * Reads all the file for the instruments that it has.
     *
     * @throws RecordingException if it has no rows, or one of an instrument that no contract lists
     */
    Set<Contract> check() throws RecordingException, IOException, InterruptedException {
        Set<Contract> found = new LinkedHashSet<>();
        String lastSymbol = "";
        String lastExchange = "";
        boolean any = false;
        while (csv.next()) {
            if (Thread.interrupted()) throw new InterruptedException();
            any = true;
            Fields fields;
            try {
                fields = csv.fields();
            } catch (BadLineException e) {
                continue; // the replay reports it
            }
            String symbol = columns.symbol(fields);
            if (symbol.isEmpty()) continue; // the replay reports it
            String exchange = columns.exchange(fields);
            if (symbol.equals(lastSymbol) && exchange.equals(lastExchange)) continue;
            found.add(contracts.require(symbol, exchange, csv.name() + " line " + csv.line()));
            lastSymbol = symbol;
            lastExchange = exchange;
        }
        if (!any) {
            throw new RecordingException(csv.name() + " has a header but no rows; record some or leave the file out");
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
