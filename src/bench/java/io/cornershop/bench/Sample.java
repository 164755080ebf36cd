package io.cornershop.bench;

import io.cornershop.eventing.commands.Aggregates;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.inventory.StockCommand;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.inventory.StockEvent;
import io.cornershop.inventory.StockEvent.StockUpdated;
import io.cornershop.inventory.domain.Stock;
import io.cornershop.inventory.domain.StockDecider;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.ProductId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is stored and published in the measurements: the stock of products, whose state stays small
 * however long its history is. Thread-safe.
 */
final class Sample {

  private static final Instant AT = Instant.parse("2026-11-25T12:00:00.123Z");
  private static final EventType TYPE = new EventType("StockUpdated", 1);
  private static final EventMetadata METADATA =
      EventMetadata.of(
          "0197a1b2-0000-7000-8000-000000000001",
          "0197a1b2-0000-7000-8000-000000000002",
          "staff-1",
          "bench");

  private final Aggregate<StockCommand, Stock, StockEvent> stock;
  private final EventTypes types;
  private final EventJson json;
  private final String data;

  /**
   * @param topic of its own, so that no topic of the shop is written to
   */
  Sample(String topic) {
    this.stock =
        new Aggregate<>("Stock", topic, StockCommand.class, StockEvent.class, new StockDecider());
    this.types = new EventTypes(aggregates().all());
    this.json = new EventJson(types, PersonalDataCodec.PLAIN, List.of());
    this.data = dataOf(newId());
  }

  private String dataOf(String productId) {
    return json.encode(new StockUpdated(new ProductId(productId), 1, 100, 20, 80, "delivery", AT));
  }

  Aggregate<StockCommand, Stock, StockEvent> stock() {
    return stock;
  }

  Aggregates aggregates() {
    return new Aggregates(List.of(stock));
  }

  EventTypes types() {
    return types;
  }

  EventJson json() {
    return json;
  }

  static Clock clock() {
    return Clock.systemUTC();
  }

  /** A random id, cheap enough not to be measured. */
  static String newId() {
    return newUuid().toString();
  }

  private static UUID newUuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong());
  }

  static StreamId newStream() {
    return new StreamId("Stock", newId());
  }

  /** A commit with one event, as a decided command makes it, all with the same data. */
  NewCommit commit(StreamHead onto) {
    return commit(onto, data);
  }

  /** The same with the data of its own product, for those who look into it. */
  NewCommit first(StreamId stream) {
    return commit(StreamHead.empty(stream), dataOf(stream.aggregateId()));
  }

  private static NewCommit commit(StreamHead onto, String data) {
    EventEnvelope event =
        new EventEnvelope(
            newUuid(),
            TYPE,
            onto.stream(),
            onto.sequence() + 1,
            AT,
            data,
            METADATA,
            OptionalLong.empty());
    CommandOutcome outcome = new CommandOutcome(new CommandId(newId()), event.sequence());
    return new NewCommit(onto, List.of(outcome), List.of(event));
  }

  static StockCommand command(String productId) {
    return new AdjustStock(new ProductId(productId), 1, "delivery", AT);
  }

  static CommandContext context() {
    return CommandContext.of(new CommandId(newId()), METADATA);
  }
}
