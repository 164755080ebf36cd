package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.CANCEL;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentCommand.RequestRefund;
import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk dies after the provider has acted and before the payment was told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaymentDeskCrashTest {

  private static final long ALL = AMOUNT.minorUnits();

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private DeskFixture desk;

  @BeforeEach
  void open() {
    desk = new DeskFixture(MONGO.freshDatabase());
  }

  private static final class Killed extends RuntimeException {}

  /** Acts, and ends the desk before the answer arrives. */
  private record Deadly(PaymentProvider provider) implements PaymentProvider {

    @Override
    public Answer authorize(String key, PaymentInitiated payment) {
      provider.authorize(key, payment);
      throw new Killed();
    }

    @Override
    public Answer capture(String key, String reference, Money amount) {
      provider.capture(key, reference, amount);
      throw new Killed();
    }

    @Override
    public Answer voidAuthorization(String key, String reference) {
      provider.voidAuthorization(key, reference);
      throw new Killed();
    }

    @Override
    public Answer refund(String key, PaymentId payment, String reference, Money amount) {
      provider.refund(key, payment, reference, amount);
      throw new Killed();
    }
  }

  private void dieAt(int sequence) {
    PaymentDesk dying = desk.on(new Deadly(desk.provider()), desk.commands());
    EventEnvelope event = desk.envelopes().get(sequence - 1);
    assertThatThrownBy(() -> dying.handle(event)).isInstanceOf(Killed.class);
  }

  private void handle(int sequence) {
    desk.open().handle(desk.envelopes().get(sequence - 1));
  }

  private List<String> history() {
    return desk.all().stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  private void assertMoved(long held, long captured, long refunded) {
    assertThat(desk.moved()).isEqualTo(new Moved(held, captured, refunded));
  }

  @Test
  void holds_and_takes_once() {
    desk.initiate("sandbox-approve");
    dieAt(1);
    handle(1);
    dieAt(2);
    desk.rewind();
    desk.handleAll();
    assertThat(history())
        .isEqualTo(List.of("PaymentInitiated", "PaymentAuthorized", "PaymentCompleted"));
    assertMoved(0, ALL, 0);
  }

  @Test
  void gives_back_what_was_taken_when_the_cancellation_comes_before_the_repeat() {
    desk.initiate("sandbox-approve");
    handle(1);
    dieAt(2);
    desk.tell(CANCEL);
    desk.rewind();
    desk.handleAll();
    assertThat(history())
        .isEqualTo(
            List.of(
                "PaymentInitiated",
                "PaymentAuthorized",
                "PaymentCancellationRequested",
                "PaymentCompleted",
                "PaymentRefunded"));
    assertMoved(0, ALL, ALL);
  }

  @Test
  void lets_go_once_what_could_not_be_taken() {
    desk.initiate("sandbox-capture-fails");
    handle(1);
    dieAt(2);
    desk.rewind();
    desk.handleAll();
    assertThat(history())
        .isEqualTo(List.of("PaymentInitiated", "PaymentAuthorized", "PaymentFailed"));
    assertMoved(0, 0, 0);
  }

  @Test
  void lets_go_once_what_was_cancelled() {
    desk.initiate("sandbox-approve");
    desk.tell(CANCEL);
    handle(1);
    dieAt(2);
    desk.rewind();
    desk.handleAll();
    assertThat(history().getLast()).isEqualTo("PaymentVoided");
    assertMoved(0, 0, 0);
  }

  @Test
  void gives_back_the_same_once_although_another_refund_was_asked_for_meanwhile() {
    desk.initiate("sandbox-approve");
    desk.handleAll();
    desk.tell(CANCEL);
    dieAt(4);
    desk.tell(new RequestRefund(PAYMENT, "late", PART, "returned", AT));
    desk.rewind();
    desk.handleAll();
    assertThat(history().subList(5, 7))
        .isEqualTo(List.of("PaymentRefunded", "PaymentRefundFailed"));
    assertMoved(0, ALL, ALL);
  }

  @Test
  void forgets_no_event_that_it_has_not_told() {
    desk.initiate("sandbox-approve");
    dieAt(1);
    assertThat(desk.history()).isEqualTo(List.<PaymentEvent>of());
  }
}
