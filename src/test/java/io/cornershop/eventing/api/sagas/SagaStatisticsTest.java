package io.cornershop.eventing.api.sagas;

import static io.cornershop.eventing.sagas.views.SagaStanding.COMPENSATED;
import static io.cornershop.eventing.sagas.views.SagaStanding.COMPENSATION_FAILED;
import static io.cornershop.eventing.sagas.views.SagaStanding.COMPLETED;
import static io.cornershop.eventing.sagas.views.SagaStanding.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.api.sagas.SagaStatistics.AtStep;
import io.cornershop.eventing.api.sagas.SagaStatistics.OfType;
import io.cornershop.eventing.sagas.views.SagaList.Count;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaStatisticsTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private static Instant ago(int seconds) {
    return NOON.minusSeconds(seconds);
  }

  @Test
  void each_type_is_counted_by_state_and_where_its_open_sagas_are() {
    List<Count> counts =
        List.of(
            new Count("return", COMPLETED, "", false, 3, ago(900)),
            new Count("fulfilment", RUNNING, "Pay", false, 2, ago(5)),
            new Count("fulfilment", COMPENSATION_FAILED, "Pay", true, 1, ago(60)),
            new Count("fulfilment", COMPENSATION_FAILED, "Pay", false, 4, ago(30)),
            new Count("fulfilment", COMPENSATED, "", true, 7, ago(800)),
            new Count("fulfilment", COMPLETED, "", false, 100, ago(900)));

    assertThat(SagaStatistics.of(counts, NOON))
        .isEqualTo(
            new SagaStatistics(
                List.of(
                    new OfType(
                        "fulfilment",
                        114,
                        Map.of(
                            RUNNING, 2L, COMPENSATION_FAILED, 5L, COMPENSATED, 7L, COMPLETED, 100L),
                        7,
                        5,
                        8,
                        Optional.of(ago(60)),
                        Optional.of(60L),
                        List.of(
                            new AtStep("Pay", COMPENSATION_FAILED, 5, ago(60)),
                            new AtStep("Pay", RUNNING, 2, ago(5)))),
                    new OfType(
                        "return",
                        3,
                        Map.of(COMPLETED, 3L),
                        0,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))));
  }

  @Test
  void nothing_has_begun_yet() {
    assertThat(SagaStatistics.of(List.of(), NOON)).isEqualTo(new SagaStatistics(List.of()));
  }
}
