package io.cornershop.bootstrap;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import java.util.List;

/** Tells everybody who wants to know of commits: the relay first. */
final class AppendedCommits implements CommitListener {

  private final List<CommitListener> listeners;

  AppendedCommits(List<CommitListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void accept(Commit commit) {
    listeners.forEach(listener -> listener.accept(commit));
  }

  @Override
  public void repeated(Commit commit) {
    listeners.forEach(listener -> listener.repeated(commit));
  }
}
