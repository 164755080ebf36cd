package io.cornershop.eventing.consuming.handling;

import static io.cornershop.eventing.consuming.ConsumingFixtures.counted;
import static io.cornershop.eventing.consuming.ConsumingFixtures.json;
import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.contextOf;
import static io.cornershop.observability.traces.TestSpans.linksOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.ConsumingObserver;
import io.cornershop.eventing.consuming.CountedEvents;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.consuming.RecordingBulkHandler;
import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.held.GroupWatch;
import io.cornershop.eventing.deadletters.HeldSequence.Home;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.observability.traces.ConsumingSpans;
import io.cornershop.observability.traces.TestSpans;
import io.cornershop.testing.Await;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What handlers do with events, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracedHandlingTest extends HeldScene {

  private static final String PROCESS = "process counters.events";

  private final TestSpans noted = new TestSpans();
  private final Set<String> contexts = ConcurrentHashMap.newKeySet();
  private final HandlerDispatch traced = dispatchTo(counting, other);

  private HandlerDispatch dispatchTo(EventHandler... handlers) {
    return new HandlerDispatch(
        List.of(handlers),
        CounterFixtures.TYPES,
        lanes,
        new Failures(
            failures.policy(),
            failures.held(),
            failures.letters(),
            failures.brake(),
            new GroupWatch(ConsumingObserver.NONE, new ConsumingSpans(noted.spans), "group")),
        others);
  }

  private ConsumerRecord<String, byte[]> sentBy(String traceparent, EventEnvelope event) {
    ConsumerRecord<String, byte[]> record = record(event.stream().aggregateId(), json(event));
    record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private void rememberContexts() {
    counting.doing(e -> contexts.add(e.metadata().traceparent().orElseThrow()));
    other.doing(e -> contexts.add(e.metadata().traceparent().orElseThrow()));
  }

  @Test
  void an_event_is_one_span_for_a_group_and_all_its_handlers_go_on_from_it() {
    rememberContexts();
    send(traced, sentBy(TestSpans.CALLER, counted("a", 1)));
    awaitAllFinished();

    SpanData span = noted.only(PROCESS);
    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(parentOf(span)).contains(TestSpans.CALLER);
    assertThat(contexts).containsExactly(contextOf(span));
    assertThat(attributesOf(span))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("messaging.system", "kafka"),
                Map.entry("messaging.destination.name", "counters.events"),
                Map.entry("messaging.destination.partition.id", "0"),
                Map.entry("messaging.kafka.offset", 0L),
                Map.entry("messaging.operation.type", "process"),
                Map.entry("messaging.operation.name", "process"),
                Map.entry("messaging.consumer.group.name", "group"),
                Map.entry("messaging.message.id", counted("a", 1).eventId().toString()),
                Map.entry("messaging.message.conversation_id", "correlation-1"),
                Map.entry("messaging.kafka.message.key", "a"),
                Map.entry("cornershop.event.type", "Counted")));
  }

  @Test
  void without_a_header_it_goes_on_from_what_is_stored_with_the_event() {
    EventEnvelope event = counted("a", 1);
    EventEnvelope stored =
        new EventEnvelope(
            event.eventId(),
            event.type(),
            event.stream(),
            event.sequence(),
            event.timestamp(),
            event.data(),
            event.metadata().under(TestSpans.CALLER),
            event.position());
    send(traced, record("a", json(stored)));
    awaitAllFinished();

    assertThat(parentOf(noted.only(PROCESS))).contains(TestSpans.CALLER);
  }

  @Test
  void what_cannot_be_handled_is_an_error_with_its_tries_and_a_letter_begins_again_there() {
    Set<String> bad = new CopyOnWriteArraySet<>(Set.of("a"));
    counting.doing(
        e -> {
          if (bad.contains(e.stream().aggregateId())) {
            throw new IllegalStateException("a bug of ada@example.org");
          }
        });
    send(traced, sentBy(TestSpans.CALLER, counted("a", 1)));
    awaitAllFinished();

    SpanData held = noted.only(PROCESS);
    assertThat(held.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(attributesOf(held)).containsEntry("error.type", "held");
    assertThat(held.getEvents()).isNotEmpty().allMatch(e -> e.getName().equals("attempt failed"));
    assertThat(held.toString()).doesNotContain("example.org");

    bad.clear();
    desk.retry(head(A));
    HeldWork again =
        new HeldWork(
            traced,
            failures,
            () -> Map.of(new Home("counters.events", 0), partition),
            (letter, payload) -> {});
    Await.holds(
        "it is closed",
        () -> {
          again.turn();
          return letters.sequence(A).isEmpty();
        });

    SpanData retried = noted.ended().getLast();
    assertThat(noted.names()).containsExactly(PROCESS, PROCESS);
    assertThat(parentOf(retried)).contains(TestSpans.CALLER);
    assertThat(retried.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void many_events_at_once_are_one_span_with_a_link_to_each_and_no_parent() {
    CountDownLatch gate = new CountDownLatch(1);
    counting.doing(event -> CountedEvents.await(gate));
    RecordingBulkHandler bulk = new RecordingBulkHandler(counting);
    HandlerDispatch together = dispatchTo(bulk);
    send(together, sentBy(TestSpans.CALLER, counted("a", 1)));
    Await.holds("it works", () -> !bulk.batches().isEmpty());
    send(together, sentBy(TestSpans.CALLER, counted("b", 1)));
    send(together, sentBy(TestSpans.CALLER, counted("c", 1)));
    send(together, sentBy(TestSpans.UNSEEN, counted("d", 1)));
    gate.countDown();
    awaitAllFinished();

    List<SpanData> batches =
        noted.ended().stream().filter(s -> s.getName().equals("process counting")).toList();
    List<String> events =
        noted.ended().stream()
            .filter(s -> s.getName().equals(PROCESS))
            .map(TestSpans::contextOf)
            .toList();
    assertThat(batches).hasSize(2).allMatch(batch -> parentOf(batch).isEmpty());
    assertThat(batches.stream().flatMap(batch -> linksOf(batch).stream()))
        .containsExactlyInAnyOrderElementsOf(events)
        .hasSize(3);
    assertThat(attributesOf(batches.getLast()))
        .containsEntry("messaging.batch.message_count", 3L)
        .containsEntry("messaging.consumer.group.name", "group")
        .containsEntry("cornershop.handler", "counting");
  }
}
