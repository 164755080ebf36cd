package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.events.EventEnvelope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A client that remembers what it got, and takes as many events as it likes. */
final class RecordingOutlet implements FeedOutlet {

  private static final int EVERYTHING = 1_000_000;

  private final List<EventEnvelope> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final Semaphore appetite;
  private volatile boolean open = true;

  RecordingOutlet() {
    this(EVERYTHING);
  }

  RecordingOutlet(int events) {
    this.appetite = new Semaphore(events);
  }

  @Override
  public void event(EventEnvelope event) {
    appetite.acquireUninterruptibly();
    events.add(event);
  }

  @Override
  public void comment(String text) {
    comments.add(text);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  /** Takes everything from now on. */
  void takeAll() {
    appetite.release(EVERYTHING);
  }

  /** Whether it has taken what it wanted. */
  boolean isWaiting() {
    return appetite.availablePermits() == 0;
  }

  List<EventEnvelope> events() {
    return List.copyOf(events);
  }

  List<String> comments() {
    return List.copyOf(comments);
  }
}
