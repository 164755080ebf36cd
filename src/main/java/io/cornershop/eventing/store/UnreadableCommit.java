package io.cornershop.eventing.store;

/** A commit is in the store, but not in a form that a commit can have: somebody has damaged it. */
public final class UnreadableCommit extends IllegalStateException {

  public UnreadableCommit(String commitId, Throwable cause) {
    super("The commit " + commitId + " is damaged and cannot be read", cause);
  }
}
