package io.cornershop.notifications.simulation;

import static io.cornershop.observability.traces.TestSpans.attributesOf;
import static io.cornershop.observability.traces.TestSpans.parentOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.notifications.ledger.Entry;
import io.cornershop.notifications.messages.Outcome;
import io.cornershop.observability.traces.DeliverySpans;
import io.cornershop.observability.traces.TestSpans;
import io.cornershop.payments.PaymentFixtures;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Attempts to send messages, as spans. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TracedDeliveryTest extends NotifyingScene {

  private static final String SEND = "send email";

  private final TestSpans noted = new TestSpans();

  @BeforeEach
  void note() {
    world.traces = new DeliverySpans(noted.spans);
  }

  private void paid(NotifyingNode node) {
    EventEnvelope event = world.happen("Payment", "cart-1", PaymentFixtures.COMPLETED);
    node.handle(
        new EventEnvelope(
            event.eventId(),
            event.type(),
            event.stream(),
            event.sequence(),
            event.timestamp(),
            event.data(),
            event.metadata().under(TestSpans.CALLER),
            event.position()));
  }

  @Test
  void one_by_another_node_is_part_of_what_has_entered_the_message_and_says_nothing_of_it() {
    paid(NotifyingNode.of(world));
    NotifyingNode.of(world).fireAll(DAYS);

    SpanData span = noted.only(SEND);
    Entry entry = world.entries().getFirst();
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(parentOf(span)).contains(TestSpans.CALLER);
    assertThat(attributesOf(span))
        .isEqualTo(
            Map.of(
                "cornershop.notification.channel", "email",
                "cornershop.notification.id", entry.id().value(),
                "cornershop.event.type", "PaymentCompleted",
                "cornershop.correlation.id", "correlation-1",
                "cornershop.attempt", 1L,
                "cornershop.outcome", "sent"));
  }

  @Test
  void to_ask_what_became_of_one_is_a_span_too() {
    mail.does(
        message -> {
          mail.take(message);
          return new Outcome.Unknown("timeout");
        });
    mail.remembers();
    NotifyingNode node = NotifyingNode.of(world);
    paid(node);
    node.fireAll(DAYS);

    assertThat(noted.names()).containsExactly(SEND, "ask email");
    assertThat(noted.ended())
        .allMatch(span -> parentOf(span).orElseThrow().equals(TestSpans.CALLER))
        .extracting(span -> attributesOf(span).get("cornershop.outcome"))
        .containsExactly(null, "sent");
  }

  @Test
  void each_that_does_not_end_well_is_an_error() {
    int[] tries = {0};
    mail.does(
        message ->
            switch (++tries[0]) {
              case 1 -> new Outcome.NotNow("451 ada@example.org later", Optional.empty());
              case 2 -> Outcome.NotNow.ofOne("452 ada@example.org is full", Optional.empty());
              default -> new Outcome.Refused("550 no mailbox ada@example.org", false);
            });
    NotifyingNode node = NotifyingNode.of(world);
    paid(node);
    node.fireAll(DAYS);

    assertThat(noted.ended())
        .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
        .allMatch(span -> parentOf(span).orElseThrow().equals(TestSpans.CALLER))
        .extracting(span -> attributesOf(span).get("error.type"))
        .containsExactly("not_now", "deferred", "refused");
    assertThat(noted.ended().toString()).doesNotContain("example.org");
  }
}
