package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.Target.AtMost;
import io.cornershop.bootstrap.Domains;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.store.mongo.MongoEventStore;
import io.cornershop.eventing.store.mongo.StoreSetup;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CartId;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderEvent.Status;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The mail server is down for a minute in which customers are to be told of 10,000 orders: the heap
 * in use after a collection, the last quarter of the minute against the second one; and, when it is
 * up again, the fullest second against what the settings allow. Fails when a message is lost or
 * comes twice.
 */
final class ProviderDownBench implements Measurement {

  private static final int EVENTS = 10_000;
  private static final Duration DOWN = Duration.ofMinutes(1);
  private static final int SAMPLES = 40;
  private static final double BYTES_PER_MEGABYTE = 1 << 20;

  /** All events within the minute. */
  private static final Schedule PER_SECOND = new Schedule(167);

  /** As many ends of streams as a store remembers. */
  private static final int REMEMBERED = 20_000;

  private static final List<LineItem> ITEMS =
      List.of(
          LineItem.of(new ProductId("tea"), "Tea", 3, Money.of("18.90", "EUR")),
          LineItem.of(new ProductId("tin"), "Tin for tea", 1, Money.of("25.05", "EUR")));

  private static final Address ADDRESS =
      new Address("Ada", "1 High Street", Optional.empty(), "London", "N1 9GU", "GB");
  private static final EventMetadata METADATA =
      EventMetadata.of("correlation", "causation", "user", "bench");

  private final EventTypes types = new EventTypes(Domains.all().all());
  private final EventJson json = new EventJson(types, PersonalDataCodec.PLAIN, Domains.upcasters());

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    MongoDatabase database = bench.freshDatabase("outage");
    MailServer mail = new MailServer();
    EventStore store = store(database, bench.settings().mongodb().isEmpty());
    try (Messengers messengers = new Messengers(database, store, mail)) {
      messengers.start();
      for (int i = 0; i < REMEMBERED; i++) {
        created(store);
      }
      List<Double> used = whileItIsDown(messengers, store);
      mail.up();
      awaitAll(mail);
      return results(used, mail);
    }
  }

  private static EventStore store(MongoDatabase database, boolean embedded) {
    StoreSetup setup = new StoreSetup(database, !embedded);
    setup.epoch();
    return new MongoEventStore(
        database, setup, StoreLimits.USUAL, Clock.systemUTC(), commitId -> {});
  }

  private List<Double> whileItIsDown(Messengers messengers, EventStore store)
      throws InterruptedException {
    List<Double> used = new ArrayList<>();
    for (int sample = 0; sample < SAMPLES; sample++) {
      PER_SECOND.run(
          Workers.ours(), DOWN.dividedBy(SAMPLES), due -> messengers.handle(created(store)));
      used.add(usedAfterCollection());
    }
    return used;
  }

  /** An order of another customer each time. */
  private EventEnvelope created(EventStore store) {
    String id = Sample.newId();
    Instant now = Instant.now();
    StreamId stream = new StreamId("Order", id);
    OrderCreated event =
        new OrderCreated(
            new OrderId(id),
            new CartId(id),
            new CustomerId(id),
            Money.of("81.75", "EUR"),
            ITEMS,
            new PaymentMethod("sandbox-approve"),
            ADDRESS,
            Status.CREATED,
            now);
    EventEnvelope envelope =
        new EventEnvelope(
            UUID.randomUUID(),
            types.of(OrderCreated.class).type(),
            stream,
            1,
            now,
            json.encode(event),
            METADATA,
            OptionalLong.empty());
    CommandOutcome outcome = new CommandOutcome(new CommandId(id), 1);
    AppendResult stored =
        store.append(new NewCommit(StreamHead.empty(stream), List.of(outcome), List.of(envelope)));
    return ((AppendResult.Appended) stored).commit().events().getFirst();
  }

  /** Waits as long as some come. */
  private static void awaitAll(MailServer mail) throws InterruptedException {
    while (mail.messages() < EVENTS) {
      int before = mail.messages();
      Pause.until("more messages than " + before, () -> mail.messages() > before);
    }
    if (mail.messages() != EVENTS || mail.mostOfOne() != 1) {
      throw new IllegalStateException(
          "%d messages, one of them %d times".formatted(mail.messages(), mail.mostOfOne()));
    }
  }

  private static List<Result> results(List<Double> used, MailServer mail) {
    String line = "%,d messages while the mail server is down for a minute".formatted(EVENTS);
    return List.of(
        new Result(
            line + ", used heap after collection, last quarter against second",
            "MB",
            quarter(used, 3),
            quarter(used, 1),
            new AtMost(1.1)),
        new Result(
            "the same, fullest second afterwards against the rate of the settings",
            "messages/s",
            Series.of(mail.mostInASecond()),
            Series.of(Messengers.PER_SECOND),
            new AtMost(2.0)));
  }

  private static Series quarter(List<Double> used, int number) {
    int size = SAMPLES / 4;
    return new Series(used.subList(number * size, (number + 1) * size));
  }

  private static double usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
  }
}
