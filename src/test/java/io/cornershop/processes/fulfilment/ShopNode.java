package io.cornershop.processes.fulfilment;

import static io.cornershop.testing.WholeShop.envelopesBy;

import io.cornershop.bootstrap.Domains;
import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.Aggregate;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaAdoption;
import io.cornershop.eventing.sagas.SagaArchive;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaDesk;
import io.cornershop.eventing.sagas.SagaRunner;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.timers.Timers;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.testing.WholeShop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The business and its processes on one node, without a container. */
final class ShopNode {

  static final EventTypes TYPES = WholeShop.TYPES;
  static final EventJson JSON = WholeShop.JSON;
  static final OrderPayment.Patience PATIENCE =
      new OrderPayment.Patience(Duration.ofMinutes(5), Duration.ofMinutes(10));

  private final EventStore store;
  private final CommandHandler commands;
  private final AggregateLoader loader;
  final SagaRunner<?> fulfilment;
  final SagaRunner<?> returns;
  final SagaDesk desk;
  final SagaArchive archive;
  final SagaAdoption adoption;

  ShopNode(EventStore store, Timers timers, Clock clock) {
    this.store = store;
    loader = new AggregateLoader(store, JSON);
    Envelopes envelopes = envelopesBy(clock);
    commands = new CommandHandler(Domains.all(), store, loader, envelopes, commit -> {});
    SagaRunner.Surroundings engine =
        new SagaRunner.Surroundings(store, loader, TYPES, JSON, commands, timers, clock);
    OrderFulfilment forth = new OrderFulfilment(PATIENCE);
    OrderReturn back = new OrderReturn(PATIENCE.givingBack());
    fulfilment = new SagaRunner<>(forth, engine);
    returns = new SagaRunner<>(back, engine);
    SagaDefinitions definitions = new SagaDefinitions(List.of(forth, back));
    desk = new SagaDesk(definitions, engine);
    archive = new SagaArchive(definitions, store, JSON);
    adoption = new SagaAdoption(definitions, engine);
  }

  /** Commands, idempotent by the key. */
  void handle(Command command, String key) {
    EventMetadata metadata = EventMetadata.of("correlation", "request", "user", "test");
    commands.handle(command, CommandContext.of(CommandId.of("test", key), metadata));
  }

  /** What a cart was checked out with. */
  CartCheckedOut checkedOut(String cart) {
    return store.read(new StreamId("Cart", cart), 1, 100).stream()
        .flatMap(commit -> commit.events().stream())
        .map(JSON::decode)
        .filter(CartCheckedOut.class::isInstance)
        .map(CartCheckedOut.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The present state of an aggregate. */
  Object state(String type, String id) {
    return state(Domains.all().ofType(type).orElseThrow(), id);
  }

  private Object state(Aggregate<?, ?, ?> aggregate, String id) {
    return loader.load(aggregate, new StreamId(aggregate.type(), id)).state();
  }
}
