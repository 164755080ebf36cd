package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static io.cornershop.testing.WholeShop.commandsOn;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.Unavailable;
import io.cornershop.payments.PaymentCommand;
import io.cornershop.payments.PaymentCommand.InitiatePayment;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.gateway.sandbox.SandboxAccount;
import io.cornershop.payments.gateway.sandbox.SandboxAccount.Balance;
import io.cornershop.payments.gateway.sandbox.SandboxBooks;
import io.cornershop.payments.gateway.sandbox.SandboxProvider;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A desk over an in-memory store and the sandbox, which gets the payment's events in order. */
final class DeskFixture {

  static final String REFERENCE = SandboxProvider.referenceOf(PAYMENT);

  private static final StreamId STREAM = new StreamId("Payment", PAYMENT.value());
  private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
  private static final EventMetadata METADATA =
      EventMetadata.of("correlation-1", "request-1", "ada", "test");
  private static final int MOST_TRIES = 20;

  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, CLOCK);
  private final CommandHandler commands = commandsOn(store, CLOCK);
  private final SandboxBooks books;
  private int handled;
  private int told;

  DeskFixture(MongoDatabase database) {
    books = new SandboxBooks(database);
  }

  PaymentProvider provider() {
    return new SandboxProvider(books, pause -> {});
  }

  PaymentDesk open() {
    return on(provider(), commands);
  }

  PaymentDesk on(PaymentProvider provider, CommandHandler told) {
    return new PaymentDesk(provider, office(store, told));
  }

  private static PaymentDesk.Office office(EventStore read, CommandHandler told) {
    return new PaymentDesk.Office(TYPES, JSON, read, told, CLOCK);
  }

  NoticeDesk notices() {
    return new NoticeDesk(office(store, commands));
  }

  /** Something happens to the payment as soon as this desk has read it for the first time. */
  NoticeDesk noticesDisturbedBy(Runnable disturbance) {
    AtomicBoolean disturbed = new AtomicBoolean();
    InvocationHandler reads =
        (proxy, method, arguments) -> {
          Object answer = method.invoke(store, arguments);
          if (method.getName().equals("read") && disturbed.compareAndSet(false, true)) {
            disturbance.run();
          }
          return answer;
        };
    Object read =
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, reads);
    return new NoticeDesk(office((EventStore) read, commands));
  }

  EventStore store() {
    return store;
  }

  CommandHandler commands() {
    return commands;
  }

  void initiate(String card) {
    tell(new InitiatePayment(PAYMENT, ORDER, ADA, AMOUNT, new PaymentMethod(card), AT));
  }

  void tell(PaymentCommand command) {
    told++;
    CommandId id = CommandId.of("test", String.valueOf(told));
    commands.handle(command, CommandContext.of(id, METADATA));
  }

  List<EventEnvelope> envelopes() {
    return store.read(STREAM, 1, 100).stream().flatMap(commit -> commit.events().stream()).toList();
  }

  List<PaymentEvent> all() {
    return envelopes().stream().map(event -> (PaymentEvent) JSON.decode(event)).toList();
  }

  /** Everything behind the initiation. */
  List<PaymentEvent> history() {
    return all().subList(1, all().size());
  }

  /** As the engine does: each event until it is handled, those that it leads to behind it. */
  void handleAll() {
    PaymentDesk desk = open();
    while (handled < envelopes().size()) {
      handle(desk, envelopes().get(handled));
      handled++;
    }
  }

  private static void handle(PaymentDesk desk, EventEnvelope event) {
    if (desk.eventTypes().contains(event.type().name())) {
      desk.handle(event);
    }
  }

  /** The same, again and again while an outcome is unknown. */
  void handleAllAtLast() {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        handleAll();
        return;
      } catch (Unavailable unknown) {
        // Asked again, as the engine would.
      }
    }
    throw new AssertionError("The outcome is still unknown");
  }

  void rewind() {
    handled = 0;
  }

  Optional<SandboxAccount> account() {
    return books.find(REFERENCE);
  }

  Moved moved() {
    Balance balance = account().orElseThrow().balance();
    return new Moved(balance.held(), balance.captured(), balance.refunded());
  }

  EventMetadata metadata(int sequence) {
    return envelopes().get(sequence - 1).metadata();
  }
}
