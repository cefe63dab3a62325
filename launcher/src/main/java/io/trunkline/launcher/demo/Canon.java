package io.trunkline.launcher.demo;

import io.trunkline.engine.MainEngine;
import io.trunkline.engine.PlainText;
import io.trunkline.engine.model.GatewayPath;
import io.trunkline.engine.model.RecordKind;
import io.trunkline.engine.model.Snapshot;
import io.trunkline.engine.model.StateRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes an engine's books so that those of a server and of its clients can be compared: one record a line, sorted. */
public final class Canon {

    private static final long LONGEST_WAIT_SECONDS = 5;

    private Canon() {}

    /**
     * The lines: the kind, a blank and the whole record.
     *
     * @param isClient whether to write the records as the server knows them, without the local gateway's name
     */
    public static List<String> lines(MainEngine engine, boolean isClient)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Snapshot> books = new CompletableFuture<>();
        engine.events().execute(() -> books.complete(engine.snapshot()));
        return lines(books.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS), isClient);
    }

    static List<String> lines(Snapshot books, boolean isClient) {
        List<StateRecord> records = new ArrayList<>();
        records.addAll(books.contracts());
        records.addAll(books.accounts());
        records.addAll(books.positions());
        records.addAll(books.orders());
        records.addAll(books.trades());
        records.addAll(books.quotes());
        return records.stream().map(record -> isClient ? atServer(record) : record)
                .map(record -> RecordKind.of(record) + " " + PlainText.of(record.toString())).sorted().toList();
    }

    private static StateRecord atServer(StateRecord record) {
        String path = GatewayPath.rest(record.gateway());
        return path.isEmpty() ? record : record.at(path);
    }
}
