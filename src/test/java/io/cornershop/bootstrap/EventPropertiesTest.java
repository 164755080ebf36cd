package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.Upcaster;
import io.cornershop.json.Json;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every event and every history, tried on many that a seed makes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventPropertiesTest {

  private static final int TRIES = 60;
  private static final EventSchemas SCHEMAS = new EventSchemas(TYPES);

  static Stream<Registered> types() {
    return TYPES.all().stream();
  }

  static Stream<Aggregate<?, ?, ?>> aggregates() {
    return Domains.all().all().stream();
  }

  static Stream<Upcaster> upcasters() {
    return Domains.upcasters().stream();
  }

  private static Stream<RandomEvents> tries() {
    return LongStream.range(0, TRIES).mapToObj(RandomEvents::ofAnySize);
  }

  private static DomainEvent decode(EventType type, String data) {
    return JSON.decode(
        new EventEnvelope(
            new UUID(0, 1),
            type,
            new StreamId("Any", "1"),
            1,
            Instant.EPOCH,
            data,
            EventMetadata.of("c", "c", "u", "test"),
            OptionalLong.empty()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_event_is_read_as_it_was_written(Registered registered) {
    tries()
        .map(any -> any.event(registered.javaType()))
        .forEach(
            event -> assertThat(decode(registered.type(), JSON.encode(event))).isEqualTo(event));
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_is_written_keeps_to_its_schema(Registered registered) {
    tries()
        .map(any -> JSON.encode(any.event(registered.javaType())))
        .forEach(
            data ->
                assertThat(SCHEMAS.violations(registered.type(), Json.TOLERANT.readTree(data)))
                    .as(data)
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("types")
  void fields_that_nobody_knows_change_nothing_wherever_they_are(Registered registered) {
    tries()
        .map(any -> any.event(registered.javaType()))
        .forEach(
            event -> {
              ObjectNode data = (ObjectNode) Json.TOLERANT.readTree(JSON.encode(event));
              addUnknown(data);
              assertThat(decode(registered.type(), data.toString())).isEqualTo(event);
            });
  }

  /** Into every object, but not into money, which nobody adds to. */
  private static void addUnknown(JsonNode node) {
    node.forEach(EventPropertiesTest::addUnknown);
    if (node instanceof ObjectNode object && !object.has("amount")) {
      object.putObject("unknown").putArray("nested").add(1.5).add("x").addNull();
    }
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void a_history_in_parts_adds_up_to_what_it_adds_up_to_at_once(Aggregate<?, ?, ?> aggregate) {
    LongStream.range(0, TRIES)
        .mapToObj(RandomEvents::ofModestSize)
        .forEach(any -> requireSameInParts(aggregate, any));
  }

  private static <S> void requireSameInParts(Aggregate<?, S, ?> aggregate, RandomEvents any) {
    List<DomainEvent> history = history(aggregate, any);
    int cut = any.below(history.size() + 1);
    S initial = aggregate.decider().initial();
    S first = fold(aggregate, initial, history.subList(0, cut));

    assertThat(fold(aggregate, first, history.subList(cut, history.size())))
        .isEqualTo(fold(aggregate, initial, history));
    assertThat(initial).isEqualTo(aggregate.decider().initial());
  }

  /** Any events in any order, also such as no decider would have let happen. */
  private static List<DomainEvent> history(Aggregate<?, ?, ?> aggregate, RandomEvents any) {
    List<Registered> own =
        types().filter(type -> type.aggregateType().equals(aggregate.type())).toList();
    return IntStream.range(0, any.below(20))
        .<DomainEvent>mapToObj(i -> any.event(own.get(any.below(own.size())).javaType()))
        .toList();
  }

  private static <S> S fold(Aggregate<?, S, ?> aggregate, S from, List<DomainEvent> events) {
    S state = from;
    for (DomainEvent event : events) {
      state = aggregate.evolve(state, event);
    }
    return state;
  }

  @ParameterizedTest
  @MethodSource("upcasters")
  void an_upcaster_leaves_what_it_is_given_and_does_the_same_each_time(Upcaster upcaster) {
    Registered present = TYPES.named(upcaster.from().name()).orElseThrow();
    tries()
        .map(any -> (ObjectNode) Json.TOLERANT.readTree(JSON.encode(any.event(present.javaType()))))
        .forEach(
            data -> {
              ObjectNode before = data.deepCopy();
              ObjectNode once = upcaster.change().apply(data);
              assertThat(upcaster.change().apply(data)).isEqualTo(once);
              assertThat(data).isEqualTo(before);
            });
  }

  @Test
  void version_1_of_an_added_product_is_version_2_with_the_threshold_of_its_days() {
    tries()
        .forEach(
            any -> {
              ProductAdded event = any.event(ProductAdded.class);
              ObjectNode first = (ObjectNode) Json.TOLERANT.readTree(JSON.encode(event));
              first.put("unknown", true);
              assertThat(decode(new EventType("ProductAdded", 1), first.toString()))
                  .isEqualTo(event);

              first.remove("lowStockThreshold");
              assertThat(decode(new EventType("ProductAdded", 1), first.toString()))
                  .isEqualTo(
                      new ProductAdded(
                          event.productId(), event.name(), event.price(), 10, event.addedAt()));
            });
  }
}
