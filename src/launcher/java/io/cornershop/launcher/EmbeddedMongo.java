package io.cornershop.launcher;

import de.bwaldvogel.mongo.MongoServer;
import io.cornershop.launcher.mongo.DurableBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's wire protocol and keeps its data in one file, on the loopback
 * interface, in a JVM of its own. Its standard input has to be a pipe from the process that it
 * shall not outlive.
 *
 * <p>Arguments: port, data directory.
 */
public final class EmbeddedMongo {

  private static final int CACHE_MEGABYTES = 48;

  /** Warns at each start that an index which is not unique does nothing here. */
  private static final String IGNORED_INDEXES = "de.bwaldvogel.mongo.backend.AbstractMongoDatabase";

  private static final int PAGE_BYTES = 4_096;
  private static final int COMPACTION_FILL_RATE = 40;
  private static final int COMPACTION_BYTES = 1 << 16;
  private static final int COMPACTION_MILLIS = 100;
  private static final int CLOSING_MILLIS = 1_500;

  private EmbeddedMongo() {}

  /** Runs until the parent process ends. */
  public static void main(String[] arguments) throws IOException {
    QuietLog.start(IGNORED_INDEXES);
    int port = Integer.parseInt(arguments[0]);
    Path directory = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    MVStore store = open(directory.resolve("store.mv"));
    DurableBackend backend = new DurableBackend(store);
    MongoServer server = new MongoServer(backend);
    Lifeline.hold(
        () -> {
          server.stopListening();
          store.close(CLOSING_MILLIS);
        });
    compactAllTheTime(backend);
    server.bind("127.0.0.1", port);
    System.out.println("Mongo listens on 127.0.0.1:" + port);
  }

  /** Dead space is used again at once: replies never wait for the disk to forget old versions. */
  private static MVStore open(Path file) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .pageSplitSize(PAGE_BYTES)
            .open();
    store.setRetentionTime(0);
    store.setVersionsToKeep(0);
    return store;
  }

  /** In small parts: the next reply waits until what was moved is in the file. */
  private static void compactAllTheTime(DurableBackend backend) {
    Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
        .scheduleWithFixedDelay(
            () -> backend.compact(COMPACTION_FILL_RATE, COMPACTION_BYTES),
            COMPACTION_MILLIS,
            COMPACTION_MILLIS,
            TimeUnit.MILLISECONDS);
  }
}
