package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.CommandId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The history of all aggregates, as commits. Implementations are thread-safe, and a commit that a
 * call has returned is durable: it survives the death of every process.
 *
 * <p>Every method throws {@link io.cornershop.kernel.Unavailable} when the database does not answer
 * in time or its answer is not certain; a repeat of the same append is always safe.
 */
public interface EventStore {

  /**
   * Appends all events of a commit or none.
   *
   * @return {@link AppendResult.Repeated} when a command id of it is known, even if the head is
   *     stale; {@link AppendResult.Conflict} when the stream does not end at the commit's head
   * @throws io.cornershop.kernel.TooLarge before anything is written, when it is too large to be
   *     stored or published
   */
  AppendResult append(NewCommit commit);

  /** The commit that holds a command, if the store has seen it. */
  Optional<Commit> findByCommand(CommandId commandId);

  /**
   * The commits that hold any of these commands, each once, in no particular order. All of them are
   * in memory at once, so ask for few.
   */
  default List<Commit> findByCommands(Collection<CommandId> commandIds) {
    return commandIds.stream()
        .map(this::findByCommand)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /**
   * Up to {@code maxCommits} commits of a stream in order, from the one that begins with {@code
   * firstSequence}; empty when no commit begins there. The next page begins with the last commit's
   * last sequence plus one; a page that is shorter than asked for is the last.
   */
  List<Commit> read(StreamId stream, long firstSequence, int maxCommits);

  /** The commits with these ids that exist, in no particular order. */
  List<Commit> readAll(Collection<String> commitIds);

  /**
   * The events of the commits with these ids that exist, by commit id. The same as those of {@link
   * #readAll}, for less work where the rest of the commits is not needed.
   */
  default Map<String, List<EventEnvelope>> readEvents(Collection<String> commitIds) {
    return readAll(commitIds).stream().collect(Collectors.toMap(Commit::id, Commit::events));
  }

  /**
   * The events of up to {@code maxCommits} commits of one aggregate type behind a commit, by commit
   * id: stream after stream, each in its order. Large commits make fewer, but there is none only
   * when there is none behind. A commit that was there when the call began is not passed over.
   *
   * @param afterCommit the id of the last commit of that type that was read, empty for none yet
   */
  SequencedMap<String, List<EventEnvelope>> scan(
      String aggregateType, String afterCommit, int maxCommits);

  /** How many commits there are, without counting them one by one. */
  long size();

  /**
   * Ids of up to {@code max} commits that may have no position yet, in no particular order. Finds
   * what a lost wake-up left; expensive on a server without a fitting index.
   */
  List<String> findPending(int max);

  /**
   * Whether each commit is marked until {@link #unmarkPending}; where it is not, there is nothing
   * to take away.
   */
  boolean marksPending();

  /**
   * Notes that these commits have positions, so that {@link #findPending} need not look at them.
   */
  void unmarkPending(Collection<String> commitIds);

  /** The random id of this store's life, new after a restore. */
  String epoch();
}
