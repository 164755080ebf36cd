package io.cornershop.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.deadletters.DeadLetters.OpenCount;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.publishing.OutboxState;
import io.cornershop.eventing.sagas.views.SagaList.Count;
import io.cornershop.eventing.sagas.views.SagaStanding;
import io.cornershop.eventing.store.LogTotals;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.Ledger.Unsettled;
import io.cornershop.notifications.ledger.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoredReadingsTest {

  private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

  private final TestMeters scene = TestMeters.usual();

  private Map<String, Double> moved(GaugeSource source) {
    scene.meters.read(source);
    return scene.moved();
  }

  @Test
  void the_outbox_is_read_as_it_is() {
    OutboxState state = new OutboxState(9, 7, 3, Duration.ofMillis(2_500));

    assertThat(moved(StoredReadings.outbox(() -> state)))
        .isEqualTo(Map.of("outbox_pending{}", 3.0, "outbox_oldest_age_seconds{}", 2.5));
  }

  @Test
  void every_type_has_its_size_and_those_without_events_have_none() {
    LogTotals totals =
        new LogTotals(NOON, new TreeMap<>(Map.of("Order", new LogTotals.Count(12, 4))));

    assertThat(moved(StoredReadings.size(List.of("Order", "Cart"), () -> totals)))
        .isEqualTo(Map.of("event_store_size{aggregate_type=Order}", 12.0));
    assertThat(scene.all()).containsEntry("event_store_size{aggregate_type=Cart}", 0.0);
  }

  @Test
  void letters_are_shown_by_consumer_and_state_and_channels_without_any_as_zero() {
    OpenCount parked = new OpenCount("projections/orders", LetterState.PARKED, 2);

    assertThat(moved(StoredReadings.letters(List.of("projections"), () -> List.of(parked))))
        .isEqualTo(Map.of("dead_letters{consumer=projections/orders,state=PARKED}", 2.0));
    assertThat(scene.all().keySet())
        .containsExactlyInAnyOrder(
            "dead_letters{consumer=projections/orders,state=PARKED}",
            "dead_letters{consumer=projections,state=PARKED}",
            "dead_letters{consumer=projections,state=RETRYING}",
            "dead_letters{consumer=projections,state=WAITING}",
            "dead_letters{consumer=projections,state=WAITING_FOR_UPGRADE}");
  }

  @Test
  void open_sagas_are_counted_over_their_steps_with_the_age_of_the_oldest() {
    List<Count> counts =
        List.of(
            count(SagaStanding.RUNNING, "Pay", 3, 40),
            count(SagaStanding.RUNNING, "Ship", 1, 90),
            count(SagaStanding.COMPLETED, "", 7, 900));

    assertThat(
            moved(
                StoredReadings.sagas(
                    List.of("buying"), () -> counts, Clock.fixed(NOON, ZoneOffset.UTC))))
        .isEqualTo(
            Map.of(
                "active_sagas{saga_type=buying,status=RUNNING}", 4.0,
                "saga_oldest_age_seconds{saga_type=buying,status=RUNNING}", 90.0));
    assertThat(scene.all()).hasSize(6);
  }

  private static Count count(SagaStanding standing, String step, long sagas, int age) {
    return new Count("buying", standing, step, false, sagas, NOON.minusSeconds(age));
  }

  @Test
  void messages_are_shown_by_channel_and_state() {
    Unsettled pending = new Unsettled(Channel.SMS, State.PENDING, 5);

    assertThat(moved(StoredReadings.messages(() -> List.of(pending))))
        .isEqualTo(Map.of("notification_backlog{notification_type=sms,state=PENDING}", 5.0));
    assertThat(scene.all()).hasSize(9);
  }
}
