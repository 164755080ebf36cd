package io.cornershop.eventing.commands;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.Commit;
import io.cornershop.eventing.store.CommitListener;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.Span;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stores what outside producers tell. Thread-safe.
 *
 * <p>Nobody decides: the events have happened. All events of one stream that come together are one
 * commit, in the given order. Each is idempotent by its event id: one that was stored before, also
 * on another node or in other company, keeps its first place and is not stored again. What returns
 * is durable.
 */
public final class ExternalEvents {

  private static final String DOOR = "the door of outside producers";

  /** Each can be in a commit of its own, and a commit can be large. */
  private static final int LOOKED_UP_TOGETHER = 50;

  private final EventStore store;
  private final EventJson json;
  private final Envelopes envelopes;
  private final CommitListener appended;
  private final StreamEnds ends;
  private final CommandTraces traces;

  /**
   * @param appended is told of every commit after it is durable, of a repeated one again; it must
   *     not block
   */
  public ExternalEvents(
      EventStore store, EventJson json, Envelopes envelopes, CommitListener appended) {
    this(store, json, envelopes, appended, CommandTraces.NONE);
  }

  /**
   * @param traces notes what of a stream comes together
   */
  public ExternalEvents(
      EventStore store,
      EventJson json,
      Envelopes envelopes,
      CommitListener appended,
      CommandTraces traces) {
    this.traces = traces;
    this.store = store;
    this.json = json;
    this.envelopes = envelopes;
    this.appended = appended;
    this.ends = new StreamEnds(store);
  }

  /**
   * Stores events of any streams. That none of their ids was used for another event is checked for
   * all of them before the first is written; then stream after stream is stored.
   *
   * @param events with ids that are all different
   * @return where each is, in the given order
   * @throws Rejected when an id was used for another event before
   * @throws io.cornershop.kernel.TooLarge when the events of a stream are too large together
   * @throws Unavailable when the store does not answer, or other writers were always first; the
   *     streams before are stored then, and a repeat of the same events completes it
   */
  public List<Recorded> publish(List<Received> events, EventMetadata metadata) {
    ReplayFirewall.requireLive(DOOR);
    Map<UUID, Recorded> recorded = new LinkedHashMap<>(known(events));
    Map<StreamId, List<Received>> streams =
        missing(events, recorded).stream()
            .collect(
                Collectors.groupingBy(Received::stream, LinkedHashMap::new, Collectors.toList()));
    try {
      streams.forEach(
          (stream, part) ->
              append(stream, part, OptionalLong.empty(), metadata)
                  .forEach(event -> recorded.put(event.eventId(), event)));
    } catch (Unavailable e) {
      String progress = "%d of %d events are stored, the others not yet: repeat the same request";
      throw new Unavailable(progress.formatted(recorded.size(), events.size()), e.retryAfter(), e);
    }
    return inOrder(events, recorded);
  }

  /**
   * Stores events of one stream, all or none.
   *
   * @param events of this stream, with ids that are all different
   * @param expected the sequence at which the stream must be, when the caller insists on one; not
   *     looked at when all events are there already
   * @return where each is, in the given order
   * @throws Rejected when an id was used for another event before
   * @throws StaleVersion when the stream is at another sequence than expected
   * @throws io.cornershop.kernel.TooLarge when the events are too large together
   * @throws Unavailable when the store does not answer, or other writers were always first
   */
  public List<Recorded> append(
      StreamId stream, List<Received> events, OptionalLong expected, EventMetadata metadata) {
    ReplayFirewall.requireLive(DOOR);
    Span span = traces.begin("ExternalEvents", stream, metadata);
    return Traced.in(span, () -> appendTo(stream, events, expected, metadata.in(span)));
  }

  private List<Recorded> appendTo(
      StreamId stream, List<Received> events, OptionalLong expected, EventMetadata metadata) {
    Contention contention = new Contention(stream);
    while (true) {
      Map<UUID, Recorded> recorded = new LinkedHashMap<>(known(events));
      List<Received> missing = missing(events, recorded);
      if (missing.isEmpty() || append(ends.of(stream), missing, expected, metadata, recorded)) {
        return inOrder(events, recorded);
      }
      contention.lost();
    }
  }

  /** False when another writer was first. */
  private boolean append(
      StreamHead head,
      List<Received> events,
      OptionalLong expected,
      EventMetadata metadata,
      Map<UUID, Recorded> recorded) {
    requireExpected(expected, head);
    List<EventEnvelope> wrapped = envelopes.wrapReceived(events, head, metadata);
    List<CommandOutcome> outcomes =
        IntStream.range(0, events.size())
            .mapToObj(i -> new CommandOutcome(events.get(i).commandId(), wrapped.get(i).sequence()))
            .toList();
    if (store.append(new NewCommit(head, outcomes, wrapped))
        instanceof AppendResult.Appended done) {
      appended.accept(done.commit());
      wrapped.forEach(event -> recorded.put(event.eventId(), recorded(event, false)));
      return true;
    }
    return false;
  }

  private static void requireExpected(OptionalLong expected, StreamHead head) {
    if (expected.isPresent() && expected.getAsLong() != head.sequence()) {
      throw new StaleVersion(expected.getAsLong(), head.sequence());
    }
  }

  private Map<UUID, Recorded> known(List<Received> events) {
    Map<UUID, Recorded> known = new LinkedHashMap<>();
    for (int from = 0; from < events.size(); from += LOOKED_UP_TOGETHER) {
      int to = Math.min(from + LOOKED_UP_TOGETHER, events.size());
      addKnown(events.subList(from, to), known);
    }
    return known;
  }

  private void addKnown(List<Received> events, Map<UUID, Recorded> known) {
    Map<CommandId, Commit> commits = new HashMap<>();
    store
        .findByCommands(events.stream().map(Received::commandId).toList())
        .forEach(
            commit -> commit.commands().forEach(done -> commits.put(done.commandId(), commit)));
    for (Received event : events) {
      Commit commit = commits.get(event.commandId());
      if (commit != null) {
        known.put(event.eventId(), repeated(event, commit));
      }
    }
  }

  private Recorded repeated(Received event, Commit commit) {
    EventEnvelope first =
        commit.events().stream()
            .filter(stored -> stored.eventId().equals(event.eventId()))
            .findFirst()
            .orElseThrow();
    if (!first.stream().equals(event.stream()) || !json.decode(first).equals(event.event())) {
      throw Rejected.rule(
          "event-id-reused", "Another event was stored with the id " + event.eventId());
    }
    // the first answer may have got lost together with the announcement
    appended.repeated(commit);
    return recorded(first, true);
  }

  private static Recorded recorded(EventEnvelope event, boolean repeated) {
    return new Recorded(event.eventId(), event.stream(), event.sequence(), repeated);
  }

  private static List<Received> missing(List<Received> events, Map<UUID, Recorded> recorded) {
    return events.stream().filter(event -> !recorded.containsKey(event.eventId())).toList();
  }

  private static List<Recorded> inOrder(List<Received> events, Map<UUID, Recorded> recorded) {
    List<Recorded> ordered = new ArrayList<>(events.size());
    events.forEach(event -> ordered.add(recorded.get(event.eventId())));
    return List.copyOf(ordered);
  }
}
