package io.cornershop.processes.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.carts.CartEvent.CartCheckedOut;
import io.cornershop.carts.CartFixtures;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.sagas.SagaState;
import io.cornershop.eventing.store.CommandOutcome;
import io.cornershop.eventing.store.CommitFixtures;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.eventing.timers.InMemoryTimers;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.OrderId;
import io.cornershop.kernel.Rejected;
import io.cornershop.orders.OrderCommand.CreateOrder;
import io.cornershop.orders.domain.Order;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A checked-out cart of which no order can be made, as one whose total is not its sum. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdersThatCannotBeginTest {

  private static final OrderId ORDER = new OrderId("cart-1");
  private static final CartCheckedOut WRONG_TOTAL =
      new CartCheckedOut(
          CartFixtures.CART,
          CartFixtures.ADA,
          ORDER,
          List.of(CartFixtures.teapots(3)),
          CartFixtures.euros("74.71"),
          CartFixtures.PAYMENT,
          CartFixtures.HOME,
          CartFixtures.at(5));

  private final Clock clock = Clock.fixed(CartFixtures.at(5), ZoneOffset.UTC);
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, clock);
  private final InMemoryTimers timers = new InMemoryTimers();
  private final ShopNode node = new ShopNode(store, timers, clock);
  private final EventEnvelope checkedOut = stored();

  private EventEnvelope stored() {
    CommandContext context =
        CommandContext.of(CommandId.of("test", "out"), CommitFixtures.PLAIN_METADATA);
    StreamHead cart = StreamHead.empty(new StreamId("Cart", ORDER.value()));
    List<EventEnvelope> events =
        new Envelopes(ShopNode.TYPES, ShopNode.JSON, PersonalDataCodec.PLAIN, clock)
            .wrap(List.of(WRONG_TOTAL), cart, context);
    CommandOutcome outcome = new CommandOutcome(context.commandId(), 1);
    store.append(new NewCommit(cart, List.of(outcome), events));
    return events.getFirst();
  }

  @Test
  void are_given_up_and_their_process_ends() {
    node.fulfilment.handle(checkedOut);

    assertThat(node.state("Order", ORDER.value())).isEqualTo(new Order.Abandoned(ORDER));
    assertThat(node.state("Saga", ORDER.value())).isInstanceOf(SagaState.Compensated.class);
    assertThat(timers.all()).isEmpty();
  }

  @Test
  void are_given_up_once_however_often_it_is_told() {
    node.fulfilment.handle(checkedOut);
    long commits = store.size();
    new ShopNode(store, timers, clock).fulfilment.handle(checkedOut);

    assertThat(store.size()).isEqualTo(commits);
  }

  @Test
  void are_not_begun_by_a_slower_node_either() {
    node.fulfilment.handle(checkedOut);
    CreateOrder late =
        new CreateOrder(
            ORDER,
            WRONG_TOTAL.cartId(),
            WRONG_TOTAL.customerId(),
            WRONG_TOTAL.items(),
            CartFixtures.euros("74.70"),
            WRONG_TOTAL.paymentMethod(),
            WRONG_TOTAL.shippingAddress(),
            CartFixtures.at(5));

    assertThatThrownBy(() -> new ShopNode(store, timers, clock).handle(late, "late"))
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("order-abandoned"));
  }
}
