package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.versions.RebuildOrder.Kind;
import java.time.Instant;

/** Jobs and states for tests. */
final class States {

  static final Instant NOON = Instant.parse("2026-11-26T12:00:00.125Z");

  private States() {}

  static RebuildJob job(int number, int fold) {
    return RebuildJob.of(
        new RebuildOrder(
            "job-" + number,
            Kind.REBUILD,
            new Version(number, fold),
            FlipWhen.EQUAL,
            "life",
            NOON));
  }
}
