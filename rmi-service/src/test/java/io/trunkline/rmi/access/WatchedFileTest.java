package io.trunkline.rmi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.rmi.wire.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchedFileTest {

    @TempDir
    private Path folder;

    @Test
    void aChangeThatCouldNotBeReadIsReadAsSoonAsItCan() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "before");
        AtomicInteger failures = new AtomicInteger();
        WatchedFile<String> watched = new WatchedFile<>(file, path -> {
            String text = Files.readString(path);
            if (text.equals("after") && failures.incrementAndGet() <= 3) throw new IOException("too many open files");
            return text;
        });

        Files.writeString(file, "after");

        Waiting.until(() -> {
            watched.refresh();
            return failures.get() > 0;
        });
        assertThat(watched.content()).isEqualTo("before");
        Waiting.until(() -> {
            watched.refresh();
            return watched.content().equals("after");
        });
    }
}
