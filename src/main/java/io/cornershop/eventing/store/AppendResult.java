package io.cornershop.eventing.store;

/** How an append ended. An append whose end is not known throws instead. */
public sealed interface AppendResult {

  /** The commit is durable. */
  record Appended(Commit commit) implements AppendResult {}

  /** One of the command ids was there before; nothing was written. */
  record Repeated(Commit first) implements AppendResult {}

  /** Another writer was first on this head; nothing was written. Load again and decide again. */
  record Conflict() implements AppendResult {}
}
