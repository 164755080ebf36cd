package io.cornershop.eventing.store;

/** Is told of commits that are durable. Thread-safe; must not block. */
@FunctionalInterface
public interface CommitListener {

  /** A commit was appended just now, by this process. */
  void accept(Commit commit);

  /** A commit that was there before is told of again: its first telling may have got lost. */
  default void repeated(Commit commit) {
    accept(commit);
  }
}
