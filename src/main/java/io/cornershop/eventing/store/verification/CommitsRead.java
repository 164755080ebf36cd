package io.cornershop.eventing.store.verification;

import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.UnreadableCommit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some commits as they are in the store, also when some of them cannot be read. */
final class CommitsRead {

  private final Map<String, Commit> readable = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  /** Those of these commits that exist. */
  static CommitsRead of(EventStore store, Collection<String> commitIds) {
    CommitsRead read = new CommitsRead();
    try {
      read.add(store.readAll(commitIds));
    } catch (UnreadableCommit e) {
      commitIds.forEach(id -> read.addOne(store, id));
    }
    return read;
  }

  private void addOne(EventStore store, String commitId) {
    try {
      add(store.readAll(List.of(commitId)));
    } catch (UnreadableCommit e) {
      unreadable.add(commitId);
    }
  }

  private void add(List<Commit> commits) {
    commits.forEach(commit -> readable.put(commit.id(), commit));
  }

  Optional<Commit> get(String commitId) {
    return Optional.ofNullable(readable.get(commitId));
  }

  boolean isUnreadable(String commitId) {
    return unreadable.contains(commitId);
  }

  /** The ids of all that exist, in the order of a stream. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(readable.keySet());
    ids.addAll(unreadable);
    ids.sort(null);
    return ids;
  }
}
