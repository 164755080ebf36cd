package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Whatever a reply tells is in the file before the reply leaves, also what a read has seen of
 * another connection's write: a killed process forgets nothing that anybody knows.
 *
 * <p>Commands run side by side, commits alone: so a commit never holds half a command, such as an
 * index entry without its document. Commands that end while a commit runs share the next one.
 */
public final class DurableBackend extends H2Backend {

  private final MVStore store;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** One on this file. */
  public DurableBackend(MVStore store) {
    super(store);
    this.store = store;
  }

  /** One whose file is memory. */
  public static DurableBackend inMemory() {
    return new DurableBackend(MVStore.open(null));
  }

  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    try {
      return shared(() -> super.handleCommand(channel, databaseName, command, query));
    } finally {
      commit();
    }
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public void commit() {
    if (store.hasUnsavedChanges()) {
      alone(store::commit);
    }
  }

  /** Moves what lives in mostly dead parts of the file, so that these can be used again. */
  public void compact(int fillRate, int bytes) {
    alone(() -> store.compact(fillRate, bytes));
  }

  private <T> T shared(Supplier<T> command) {
    return locked(lock.readLock(), command);
  }

  private void alone(Runnable change) {
    locked(
        lock.writeLock(),
        () -> {
          change.run();
          return true;
        });
  }

  private static <T> T locked(Lock lock, Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
