package io.cornershop.eventing.projections;

import io.cornershop.eventing.projections.Excursion.Place;
import io.cornershop.eventing.projections.Excursion.Stage;
import io.cornershop.eventing.projections.Excursion.Stop;
import io.cornershop.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows with everything and with nothing in their optional columns and lists. */
final class Excursions {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");
  private static final Money FEE = Money.of("10.10", "EUR");

  private Excursions() {}

  static Excursion full(String id) {
    return new Excursion(
        id,
        "Dunes \"and\" dykes \u2013 \u4e2d\u6587",
        Stage.OVER,
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        true,
        Money.of("-90071992547409.93", "EUR"),
        NOON,
        new Place("Harbour", Optional.of("the red door")),
        List.of(
            stop(List.of("mill", "lock"), Optional.of(NOON)), stop(List.of(), Optional.empty())),
        List.of("sea", "wind"),
        Optional.of("bring a coat"),
        Optional.of(5),
        Optional.of(7L),
        Optional.of(Money.of("500", "JPY")),
        Optional.of(NOON.plusSeconds(3600)));
  }

  private static Stop stop(List<String> sights, Optional<Instant> left) {
    List<Place> nearby = sights.stream().map(sight -> new Place(sight, Optional.empty())).toList();
    return new Stop(
        new Place("Mill", left.map(Instant::toString)),
        30,
        FEE,
        NOON,
        sights,
        nearby,
        Stage.PLANNED,
        left);
  }

  static Excursion bare(String id) {
    return new Excursion(
        id,
        "",
        Stage.PLANNED,
        0,
        0,
        false,
        FEE,
        Instant.EPOCH,
        new Place("", Optional.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
