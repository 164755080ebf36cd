package io.cornershop.eventing.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.observability.metrics.StoreMetrics;
import io.cornershop.observability.metrics.TestMeters;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What is counted of a rebuild. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountedRebuildTest {

  @Test
  void each_event_that_is_read_again_counts_for_its_type_of_aggregate() {
    TestMeters counted = TestMeters.usual();
    Scene scene = new Scene();
    scene.someTrips(3);
    RebuildParts parts =
        new RebuildParts(
            scene.registry,
            scene.rows,
            scene.trips.store,
            scene.log,
            task -> {},
            new StoreMetrics(counted.meters));
    FoldedLog.into(new InMemoryRows(), parts, scene.updates());

    assertThat(counted.moved())
        .isEqualTo(
            Map.of(
                "events_replayed_total{aggregate_type=Ticket}", 3.0,
                "events_replayed_total{aggregate_type=Trip}", 3.0));
  }
}
