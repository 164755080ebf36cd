package io.cornershop.observability.traces;

import static io.cornershop.eventing.testing.CounterFixtures.CLOCK;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR;
import static io.cornershop.eventing.testing.CounterFixtures.DOOR_STREAM;
import static io.cornershop.eventing.testing.CounterFixtures.METADATA;
import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.contextOf;
import static io.cornershop.observability.traces.TestSpans.linksOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.testing.CounterCommand.Count;
import io.cornershop.eventing.testing.CounterCommand.Stop;
import io.cornershop.eventing.testing.CounterEvent.Counted;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.Rejected;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The way of a command to the store, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommandSpansTest {

  private static final String APPEND = "insert commits";
  private static final String OTHER = "00-1bf92f3577b34da6a3ce929d0e0e4736-10f067aa0ba902b7-01";

  private final TestSpans noted = new TestSpans();
  private final EventStore store =
      new TracedStore(new InMemoryEventStore(StoreLimits.USUAL, CLOCK), noted.spans, "cornershop");
  private final CommandHandler commands =
      CounterFixtures.handlerOn(store, commit -> {}).tracedBy(new CommandSpans(noted.spans));

  private static CommandContext context(String key, Optional<String> traceparent) {
    return CommandContext.of(
        CommandId.of("counters", key), traceparent.map(METADATA::under).orElse(METADATA));
  }

  private void count(String key, Optional<String> traceparent) {
    commands.handle(new Count(DOOR, 1), context(key, traceparent));
  }

  private String storedContext() {
    return store
        .read(DOOR_STREAM, 1, 10)
        .getLast()
        .events()
        .getLast()
        .metadata()
        .traceparent()
        .orElseThrow();
  }

  @Test
  void it_is_part_of_the_request_and_its_events_and_their_append_are_part_of_it() {
    String request = noted.during("request", () -> count("one", Optional.of(TestSpans.CALLER)));

    SpanData command = noted.only("Count");
    SpanData append = noted.only(APPEND);
    assertThat(noted.names()).containsExactly(APPEND, "Count", "request");
    assertThat(parentOf(command)).contains(request);
    assertThat(parentOf(append)).contains(contextOf(command));
    assertThat(storedContext()).isEqualTo(contextOf(command));
    assertThat(List.of(command.getKind(), append.getKind()))
        .isEqualTo(List.of(SpanKind.INTERNAL, SpanKind.CLIENT));
    assertThat(attributesOf(command))
        .isEqualTo(
            Map.of(
                "cornershop.aggregate.type", "Counter",
                "cornershop.aggregate.id", "door",
                "cornershop.correlation.id", "correlation-1",
                "cornershop.source", "cornershop"));
    assertThat(attributesOf(append))
        .isEqualTo(
            Map.of(
                "db.system.name", "mongodb",
                "db.namespace", "cornershop",
                "db.operation.name", "insert",
                "db.collection.name", "commits",
                "cornershop.aggregate.type", "Counter",
                "cornershop.aggregate.id", "door",
                "cornershop.commit.commands", 1L,
                "cornershop.commit.events", 1L,
                "cornershop.outcome", "Appended"));
  }

  @Test
  void where_the_thread_does_nothing_else_it_goes_on_from_what_was_stored() {
    count("one", Optional.of(TestSpans.CALLER));

    assertThat(parentOf(noted.only("Count"))).contains(TestSpans.CALLER);
  }

  @Test
  void a_caller_who_does_not_want_to_be_seen_is_not_and_what_follows_is_not_either() {
    count("one", Optional.of(TestSpans.UNSEEN));

    assertThat(noted.ended()).isEmpty();
    assertThat(storedContext()).startsWith(TestSpans.UNSEEN.substring(0, 36)).endsWith("-00");
  }

  @Test
  void several_commands_in_one_commit_are_links_and_none_is_the_parent() {
    List<EventEnvelope> events =
        Stream.of(event(1, TestSpans.CALLER), event(2, OTHER), event(3, OTHER)).toList();
    List<CommandOutcome> outcomes =
        List.of(
            new CommandOutcome(CommandId.of("counters", "one"), 1),
            new CommandOutcome(CommandId.of("counters", "two"), 3));

    store.append(new NewCommit(StreamHead.empty(DOOR_STREAM), outcomes, events));

    SpanData append = noted.only(APPEND);
    assertThat(parentOf(append)).isEmpty();
    assertThat(linksOf(append)).containsExactly(TestSpans.CALLER, OTHER);
    assertThat(attributesOf(append)).containsEntry("cornershop.commit.commands", 2L);
  }

  private static EventEnvelope event(int sequence, String traceparent) {
    StreamHead head = new StreamHead(DOOR_STREAM, sequence - 1, "", "", CounterFixtures.NOON);
    return CounterFixtures.envelopesBy(CLOCK)
        .wrap(
            List.of(new Counted(DOOR, sequence)),
            head,
            context(String.valueOf(sequence), Optional.of(traceparent)))
        .getFirst();
  }

  @Test
  void what_the_business_refuses_is_an_answer_and_no_error() {
    commands.handle(new Stop(DOOR), context("stop", Optional.empty()));

    assertThatThrownBy(() -> count("late", Optional.empty())).isInstanceOf(Rejected.class);

    SpanData refused = noted.only("Count");
    assertThat(refused.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attributesOf(refused)).containsKey("cornershop.outcome");
  }

  @Test
  void a_store_that_does_not_answer_is_an_error_of_both() {
    EventStore broken =
        new TracedStore(new ThrowingStore(IllegalStateException::new), noted.spans, "cornershop");
    CommandHandler failing =
        CounterFixtures.handlerOn(broken, commit -> {}).tracedBy(new CommandSpans(noted.spans));

    assertThatThrownBy(() -> failing.handle(new Count(DOOR, 1), context("one", Optional.empty())))
        .isInstanceOf(IllegalStateException.class);

    assertThat(noted.names()).containsExactly(APPEND, "Count");
    assertThat(noted.ended())
        .allSatisfy(
            span -> {
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
              assertThat(attributesOf(span)).containsEntry("error.type", "IllegalStateException");
              assertThat(span.getEvents()).isEmpty();
            });
  }

  @Test
  void nobody_who_notes_means_that_the_callers_context_is_stored() {
    CounterFixtures.handlerOn(store, commit -> {})
        .handle(new Count(DOOR, 1), context("one", Optional.of(TestSpans.UNSEEN)));

    assertThat(storedContext()).isEqualTo(TestSpans.UNSEEN);
  }
}
