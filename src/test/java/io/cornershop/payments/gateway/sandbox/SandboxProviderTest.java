package io.cornershop.payments.gateway.sandbox;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.INITIATED;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PART;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.kernel.PaymentMethod;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Refused;
import io.cornershop.payments.gateway.Moved;
import io.cornershop.payments.gateway.PaymentProvider;
import io.cornershop.payments.gateway.PaymentProviderContract;
import io.cornershop.payments.gateway.sandbox.SandboxAccount.Balance;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxProviderTest extends PaymentProviderContract {

  private static final String REFERENCE = "sandbox-cart-1";

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final List<Duration> pauses = new ArrayList<>();
  private MongoDatabase database;

  @Override
  protected PaymentProvider emptyProvider() {
    database = MONGO.freshDatabase();
    return provider();
  }

  /** One more on the same database, as after a restart. */
  private PaymentProvider provider() {
    return new SandboxProvider(new SandboxBooks(database), pauses::add);
  }

  @Override
  protected Moved moved(String reference) {
    Balance balance = new SandboxBooks(database).find(reference).orElseThrow().balance();
    return new Moved(balance.held(), balance.captured(), balance.refunded());
  }

  private static PaymentInitiated payment(String card) {
    return new PaymentInitiated(PAYMENT, ORDER, ADA, AMOUNT, new PaymentMethod(card), AT);
  }

  @Test
  void knows_what_it_holds_and_has_answered_after_a_restart() {
    provider().authorize("hold", INITIATED);
    provider().capture("take", REFERENCE, AMOUNT);
    provider().refund("back", PAYMENT, REFERENCE, PART);
    assertThat(
            List.of(
                provider().authorize("hold", INITIATED),
                provider().capture("take", REFERENCE, AMOUNT),
                provider().refund("back", PAYMENT, REFERENCE, PART)))
        .isEqualTo(List.of(new Done(REFERENCE), new Done(REFERENCE), new Done(REFERENCE)));
    assertThat(moved(REFERENCE)).isEqualTo(new Moved(0, AMOUNT.minorUnits(), PART.minorUnits()));
  }

  @Test
  void has_one_effect_when_one_key_comes_from_several_nodes_at_once() {
    provider().authorize("hold", INITIATED);
    provider().capture("take", REFERENCE, AMOUNT);
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8)
          .forEach(n -> nodes.execute(() -> provider().refund("back", PAYMENT, REFERENCE, PART)));
    }
    assertThat(moved(REFERENCE)).isEqualTo(new Moved(0, AMOUNT.minorUnits(), PART.minorUnits()));
  }

  @Test
  void does_what_the_test_card_says() {
    Map<String, Answer> holds =
        Stream.of("sandbox-approve", "sandbox-decline", "sandbox-unheard-of", "visa")
            .collect(
                Collectors.toMap(
                    card -> card,
                    card -> {
                      database = MONGO.freshDatabase();
                      return provider().authorize("hold", payment(card));
                    }));
    assertThat(holds)
        .isEqualTo(
            Map.of(
                "sandbox-approve", new Done(REFERENCE),
                "sandbox-decline", new Refused("card_declined"),
                "sandbox-unheard-of", new Refused("unknown_test_card"),
                "visa", new Refused("unknown_test_card")));
  }

  @Test
  void holds_and_does_not_take_when_the_card_says_so() {
    provider().authorize("hold", payment("sandbox-capture-fails"));
    assertThat(provider().capture("take", REFERENCE, AMOUNT))
        .isEqualTo(new Refused("capture_failed"));
    assertThat(moved(REFERENCE)).isEqualTo(new Moved(AMOUNT.minorUnits(), 0, 0));
  }

  @Test
  void takes_and_does_not_give_back_when_the_card_says_so() {
    provider().authorize("hold", payment("sandbox-refund-fails"));
    provider().capture("take", REFERENCE, AMOUNT);
    assertThat(provider().refund("back", PAYMENT, REFERENCE, PART))
        .isEqualTo(new Refused("refund_failed"));
    assertThat(moved(REFERENCE)).isEqualTo(new Moved(0, AMOUNT.minorUnits(), 0));
  }

  @Test
  void answers_late_when_the_card_says_so() {
    provider().authorize("hold", payment("sandbox-slow"));
    provider().capture("take", REFERENCE, AMOUNT);
    assertThat(pauses).isEqualTo(List.of(Duration.ofSeconds(2), Duration.ofSeconds(2)));
  }

  @Test
  void does_not_hold_twice_for_one_payment() {
    provider().authorize("hold", INITIATED);
    assertThat(provider().authorize("other", INITIATED))
        .isEqualTo(new Refused("already_authorized"));
    assertThat(moved(REFERENCE)).isEqualTo(new Moved(AMOUNT.minorUnits(), 0, 0));
  }

  @Test
  void knows_no_payment_that_it_has_not_authorised() {
    assertThat(provider().capture("take", "pi_elsewhere", AMOUNT))
        .isEqualTo(new Refused("unknown_payment"));
  }

  @Test
  void writes_what_its_documentation_says() {
    provider().authorize("hold", INITIATED);
    assertThat(database.getCollection("sandbox_payments").find().into(new ArrayList<>()))
        .isEqualTo(
            List.of(
                new Document("_id", REFERENCE)
                    .append("version", 1L)
                    .append("method", "sandbox-approve")
                    .append("currency", "EUR")
                    .append("held", AMOUNT.minorUnits())
                    .append("captured", 0L)
                    .append("refunded", 0L)
                    .append("requests", List.of(new Document("key", "hold").append("asks", 1)))));
  }
}
