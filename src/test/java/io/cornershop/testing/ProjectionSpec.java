package io.cornershop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.StoredForm;
import io.cornershop.json.Json;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.WireName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Says what a projection makes of events in the words given, then:
 *
 * <pre>{@code
 * ProjectionSpec.of(new OrderDetailsProjection())
 *     .given(ORDER, orderCreated, orderConfirmed)
 *     .given(PAYMENT, paymentAuthorized)
 *     .then(new OrderDetails(...));
 * }</pre>
 *
 * <p>The row must be the same however the streams take turns, and must come back from the database
 * as it is. The n-th event given happens n seconds after {@link #BEGIN}.
 */
public final class ProjectionSpec<V> {

  /** One second before the first event. */
  public static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");

  private static final int MOST_ORDERS = 2_000;
  private static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "causation-1", "customer-1", "test");

  private record Happened(DomainEvent event, EventEnvelope envelope) {}

  private final Projection<V> projection;
  private final Map<StreamId, List<Happened>> streams = new LinkedHashMap<>();
  private int count;

  private ProjectionSpec(Projection<V> projection) {
    this.projection = projection;
  }

  /** A specification of {@code projection}. */
  public static <V> ProjectionSpec<V> of(Projection<V> projection) {
    return new ProjectionSpec<>(projection);
  }

  /** What happens next in a stream. */
  public ProjectionSpec<V> given(StreamId stream, DomainEvent... events) {
    List<Happened> happened = streams.computeIfAbsent(stream, s -> new ArrayList<>());
    for (DomainEvent event : events) {
      assertThat(projection.events()).as("events of %s", projection.name()).contains(typeOf(event));
      happened.add(new Happened(event, envelope(stream, happened.size() + 1L, event)));
    }
    return this;
  }

  private static Class<? extends DomainEvent> typeOf(DomainEvent event) {
    return event.getClass();
  }

  private EventEnvelope envelope(StreamId stream, long sequence, DomainEvent event) {
    WireName name = event.getClass().getAnnotation(WireName.class);
    count++;
    return new EventEnvelope(
        new UUID(0, count),
        new EventType(name.value(), name.version()),
        stream,
        sequence,
        BEGIN.plusSeconds(count),
        Json.TOLERANT.writeValueAsString(event),
        METADATA,
        OptionalLong.empty());
  }

  /** The one row that the events make. */
  public void then(V expected) {
    assertThat(streams.values().stream().flatMap(List::stream))
        .as("rows of the events")
        .extracting(happened -> projection.rowOf(happened.event()))
        .containsOnly(rowOfFirst());
    Interleavings.of(List.copyOf(streams.values()))
        .limit(MOST_ORDERS)
        .forEach(order -> assertThat(fold(order)).as("row after %s", order).contains(expected));
    assertThat(StoredForm.of(projection, expected)).as("row as it is stored").isEqualTo(expected);
  }

  private String rowOfFirst() {
    return projection.rowOf(streams.values().iterator().next().getFirst().event());
  }

  private Optional<V> fold(List<Happened> order) {
    Optional<V> row = Optional.empty();
    for (Happened next : order) {
      row = Optional.of(projection.apply(row, next.event(), next.envelope()));
    }
    return row;
  }
}
