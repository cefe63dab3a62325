package io.trunkline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results as a table for reading, as CSV and as charts. */
final class Report {

    private final Machine machine;
    private final Run run;
    private final List<Row> rows;

    Report(Machine machine, Run run, List<Row> rows) {
        this.machine = machine;
        this.run = run;
        this.rows = List.copyOf(rows);
    }

    /** Writes {@code bench.md}, {@code bench.csv} and a chart {@code ROW.svg} for each row that pushes. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.md"), table());
        Files.writeString(folder.resolve("bench.csv"), csv());
        for (Row row : rows) {
            List<Measurement> rates = run.results().measurements().stream()
                    .filter(each -> each.row().equals(row.name()) && each.metric().equals(PushRow.RATE)).toList();
            if (!rates.isEmpty()) {
                Files.writeString(folder.resolve(row.name() + ".svg"), Chart.of(row.title(), rates, machine));
            }
        }
    }

    private String table() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n").append(machine).append("; ").append(run.rounds())
                .append(" rounds.\n\n| figure | is | measured | target | |\n|---|---|---|---|---|\n");
        for (Figure figure : run.results().figures()) {
            text.append("| ").append(figure.name()).append(" | ").append(figure.what()).append(" | ")
                    .append(figure.value()).append(" | ").append(figure.target()).append(" | ")
                    .append(figure.isMet() ? "met" : "**missed**").append(" |\n");
        }
        for (Row row : rows) {
            List<Measurement> measured = run.results().measurements().stream()
                    .filter(each -> each.row().equals(row.name())).toList();
            if (measured.isEmpty()) continue;
            text.append("\n## ").append(row.name()).append(": ").append(row.title())
                    .append("\n\n| contender | metric | unit | median [min - max] |\n|---|---|---|---|\n");
            for (Measurement each : measured) {
                text.append("| ").append(each.contender()).append(" | ").append(each.metric()).append(" | ")
                        .append(each.unit()).append(" | ").append(each.samples()).append(" |\n");
            }
        }
        run.results().notes().forEach(note -> text.append("\nLeft out: ").append(note).append('\n'));
        return text.toString();
    }

    private String csv() {
        StringBuilder text = new StringBuilder("row,contender,metric,unit,round,value,commit,jvm,time\n");
        for (Measurement each : run.results().measurements()) {
            for (int round = 0; round < each.samples().values().size(); round++) {
                text.append(each.row()).append(',').append(each.contender()).append(',').append(each.metric()).append(',')
                        .append(each.unit()).append(',').append(round + 1).append(',')
                        .append(each.samples().values().get(round)).append(',').append(machine.commit()).append(',')
                        .append(machine.jvm()).append(',').append(machine.time()).append('\n');
            }
        }
        return text.toString();
    }
}
