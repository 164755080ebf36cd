package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.PaymentId;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.kernel.ReplayFirewall;
import io.cornershop.kernel.ReplayViolation;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Answer.Unknown;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter of a provider promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class PaymentProviderContract {

  private static final long ALL = AMOUNT.minorUnits();
  private static final String FAULT = "sandbox-timeout";

  private PaymentProvider provider;

  /** A provider that knows no payment. */
  protected abstract PaymentProvider emptyProvider();

  /** What the provider of this test has moved for the payment. */
  protected abstract Moved moved(String reference);

  @BeforeEach
  void open() {
    provider = emptyProvider();
  }

  private static PaymentInitiated payment(String method) {
    return new PaymentInitiated(
        new PaymentId("pay-" + method), ORDER, ADA, AMOUNT, new PaymentMethod(method), AT);
  }

  private String authorized() {
    return reference(provider.authorize("hold", payment("sandbox-approve")));
  }

  private static String reference(Answer answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).reference();
  }

  @Test
  void holds_takes_and_gives_back() {
    String reference = authorized();
    Moved held = moved(reference);
    assertThat(provider.capture("take", reference, AMOUNT)).isInstanceOf(Done.class);
    Moved taken = moved(reference);
    assertThat(provider.refund("back", PAYMENT, reference, PART)).isInstanceOf(Done.class);
    assertThat(List.of(held, taken, moved(reference)))
        .isEqualTo(
            List.of(
                new Moved(ALL, 0, 0), new Moved(0, ALL, 0), new Moved(0, ALL, PART.minorUnits())));
  }

  @Test
  void has_one_effect_however_often_a_key_comes() {
    String reference = authorized();
    provider.capture("take", reference, AMOUNT);
    Answer first = provider.refund("back", PAYMENT, reference, PART);

    assertThat(authorized()).isEqualTo(reference);
    assertThat(provider.capture("take", reference, AMOUNT)).isEqualTo(new Done(reference));
    assertThat(provider.refund("back", PAYMENT, reference, PART)).isEqualTo(first);

    assertThat(moved(reference)).isEqualTo(new Moved(0, ALL, PART.minorUnits()));
  }

  @Test
  void gives_back_once_for_each_key() {
    String reference = authorized();
    provider.capture("take", reference, AMOUNT);
    provider.refund("back", PAYMENT, reference, PART);
    provider.refund("more", PAYMENT, reference, PART);
    assertThat(moved(reference)).isEqualTo(new Moved(0, ALL, 2 * PART.minorUnits()));
  }

  @Test
  void says_why_it_refuses_at_every_repeat() {
    PaymentInitiated poor = payment("sandbox-insufficient-funds");
    assertThat(
            List.of(
                provider.authorize("hold", payment("sandbox-decline")),
                provider.authorize("poor", poor),
                provider.authorize("poor", poor)))
        .isEqualTo(
            List.of(
                new Refused("card_declined"),
                new Refused("insufficient_funds"),
                new Refused("insufficient_funds")));
  }

  @Test
  void gives_back_no_more_than_was_taken() {
    String reference = authorized();
    provider.capture("take", reference, AMOUNT);
    provider.refund("back", PAYMENT, reference, AMOUNT);
    assertThat(provider.refund("more", PAYMENT, reference, PART)).isInstanceOf(Refused.class);
    assertThat(moved(reference)).isEqualTo(new Moved(0, ALL, ALL));
  }

  @Test
  void lets_go_what_it_holds_as_often_as_it_is_asked() {
    String reference = authorized();
    assertThat(
            List.of(
                provider.voidAuthorization("void", reference),
                provider.voidAuthorization("void", reference),
                provider.voidAuthorization("again", reference)))
        .isEqualTo(List.of(new Done(reference), new Done(reference), new Done(reference)));
    assertThat(provider.capture("take", reference, AMOUNT)).isInstanceOf(Refused.class);
    assertThat(moved(reference)).isEqualTo(new Moved(0, 0, 0));
  }

  @Test
  void does_not_let_go_what_it_has_taken() {
    String reference = authorized();
    provider.capture("take", reference, AMOUNT);
    assertThat(provider.voidAuthorization("void", reference)).isInstanceOf(Refused.class);
    assertThat(moved(reference)).isEqualTo(new Moved(0, ALL, 0));
  }

  @Test
  void tells_the_truth_in_the_end_when_it_has_timed_out_after_acting() {
    Supplier<Answer> ask = () -> provider.authorize("hold", payment(FAULT));
    List<Answer> answers = IntStream.range(0, 4).mapToObj(n -> ask.get()).toList();
    String reference = reference(answers.getLast());
    assertThat(answers)
        .isEqualTo(List.of(new Unknown(), new Unknown(), new Done(reference), new Done(reference)));
    assertThat(moved(reference)).isEqualTo(new Moved(ALL, 0, 0));
  }

  @Test
  void moves_nothing_while_history_is_replayed() {
    List<Supplier<Answer>> doors =
        List.of(
            () -> provider.authorize("hold", payment("sandbox-approve")),
            () -> provider.capture("take", "reference", AMOUNT),
            () -> provider.voidAuthorization("void", "reference"),
            () -> provider.refund("back", PAYMENT, "reference", PART));
    for (Supplier<Answer> door : doors) {
      assertThatThrownBy(() -> ReplayFirewall.during("a replay", door))
          .isInstanceOf(ReplayViolation.class);
    }
  }
}
