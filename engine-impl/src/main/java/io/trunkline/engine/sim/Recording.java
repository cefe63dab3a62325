package io.trunkline.engine.sim;

import io.trunkline.engine.model.Contract;
import io.trunkline.engine.model.InstrumentId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files of a replay, found good. Immutable once opened.
 *
 * @param files the tick files
 * @param table finds the contract of a recorded row
 * @param contracts the contracts to publish: the user's, and the shipped ones that the files have
 * @param bars the recorded bars
 */
record Recording(List<DataFile> files, ContractTable table, List<Contract> contracts, BarArchive bars) {

    /**
     * Reads the lists of contracts and the bars, and reads through the tick files for what is in them.
     *
     * @throws RecordingException if a file cannot be used or has an instrument that no contract lists
     */
    static Recording open(SimSettings settings, String gateway, Consumer<String> problems)
            throws RecordingException, InterruptedException {
        List<Contract> listed = new ArrayList<>();
        for (DataFile file : settings.contracts()) listed.addAll(ContractFile.read(file, gateway));
        ContractTable table = table(listed, gateway);
        Set<InstrumentId> used = new HashSet<>();
        listed.forEach(contract -> used.add(contract.instrument()));
        for (DataFile file : settings.ticks()) check(file, table).forEach(contract -> used.add(contract.instrument()));
        for (BarSource source : settings.bars()) {
            InstrumentId id = source.instrument();
            used.add(table.require(id.symbol(), id.exchange().text(), source.file().name()).instrument());
        }
        BarArchive bars = BarArchive.read(settings.bars(), gateway, problems);
        List<Contract> contracts = table.all().stream().filter(contract -> used.contains(contract.instrument()))
                .map(contract -> contract.toBuilder()
                        .historyData(bars.instruments().contains(contract.instrument())).build())
                .toList();
        return new Recording(settings.ticks(), table, contracts, bars);
    }

    /** The rows of the tick files from the start. */
    TickMerge rows() throws RecordingException, IOException {
        return TickMerge.open(files, table);
    }

    private static ContractTable table(List<Contract> listed, String gateway) {
        ContractTable table = new ContractTable();
        listed.forEach(table::add);
        Set<String> symbols = new HashSet<>();
        listed.forEach(contract -> symbols.add(contract.instrument().symbol()));
        ContractTable.shipped(gateway).stream()
                .filter(contract -> !symbols.contains(contract.instrument().symbol())).forEach(table::add);
        return table;
    }

    private static Set<Contract> check(DataFile file, ContractTable table)
            throws RecordingException, InterruptedException {
        try (TickFile ticks = TickFile.open(file, table)) {
            return ticks.check();
        } catch (IOException e) {
            throw CsvFile.unreadable(file, e);
        }
    }
}
