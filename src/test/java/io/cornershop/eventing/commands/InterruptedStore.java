package io.cornershop.eventing.commands;

import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.ForwardingStore;
import io.cornershop.eventing.store.NewCommit;
import java.util.function.IntConsumer;

/** A store in which something happens before each of the first appends. */
final class InterruptedStore extends ForwardingStore {

  private final int times;
  private final IntConsumer before;
  private int appends;

  /**
   * @param before takes the number of the append, from 1
   */
  InterruptedStore(EventStore store, int times, IntConsumer before) {
    super(store);
    this.times = times;
    this.before = before;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    appends++;
    if (appends <= times) {
      before.accept(appends);
    }
    return super.append(commit);
  }
}
