package io.cornershop.eventing.store.mongo;

import io.cornershop.eventing.store.Commit;
import io.cornershop.kernel.CommandId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Finds commits by keys that an index serves on every server. Thread-safe. */
record CommitReader(StoreCollections collections) {

  /** The commits with these ids that exist, in no particular order. */
  List<Commit> byIds(Collection<String> commitIds) {
    return find(anyOf(CommitDocuments.ID, commitIds), commitIds.size());
  }

  /** One of the commits that hold one of these commands, if there is any. */
  Optional<Commit> byCommands(Collection<CommandId> commandIds) {
    return allByCommands(commandIds).stream().findFirst();
  }

  /** The commits that hold any of these commands. */
  List<Commit> allByCommands(Collection<CommandId> commandIds) {
    List<String> ids = commandIds.stream().map(CommandId::value).toList();
    return find(anyOf(CommitDocuments.COMMAND_IDS, ids), ids.size()).stream().distinct().toList();
  }

  /** In one answer, as far as it can hold them: the usual first answer holds 101. */
  private List<Commit> find(Document query, int most) {
    return DriverAnswers.of(
            () ->
                collections
                    .commits()
                    .find(query)
                    .batchSize(Math.max(1, most))
                    .into(new ArrayList<>(most)))
        .stream()
        .map(CommitDocuments::read)
        .toList();
  }

  /** Exactly one key with {@code $in}: the form that an index serves on every server. */
  static Document anyOf(String field, Collection<String> values) {
    return new Document(field, new Document("$in", values));
  }
}
