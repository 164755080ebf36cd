package io.cornershop.eventing.projections;

import io.cornershop.kernel.Money;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row that has a column of every form. */
@Entity("excursions")
public record Excursion(
    @Id String excursionId,
    @Column String title,
    @Column Stage stage,
    @Column int seats,
    @Column long metres,
    @Column boolean guided,
    @Column @Convert(MoneyColumn.class) Money price,
    @Column @Convert(InstantColumn.class) Instant departure,
    @Column Place start,
    @Column List<Stop> stops,
    @Column List<String> tags,
    @Column Optional<String> remark,
    @Column Optional<Integer> rating,
    @Column Optional<Long> heartbeats,
    @Column @Convert(MoneyColumn.class) Optional<Money> deposit,
    @Column @Convert(InstantColumn.class) Optional<Instant> arrival) {

  /** How far it has come. */
  public enum Stage {
    PLANNED,
    OVER
  }

  /** A record inside the row. */
  @Embeddable(EmbeddableType.GROUPING)
  public record Place(@Column String name, @Column Optional<String> hint) {}

  /** A record inside a list, with a record inside. */
  @Embeddable(EmbeddableType.GROUPING)
  public record Stop(
      @Column Place place,
      @Column int minutes,
      @Column @Convert(MoneyColumn.class) Money fee,
      @Column @Convert(InstantColumn.class) Instant at,
      @Column List<String> sights,
      @Column List<Place> nearby,
      @Column Stage stage,
      @Column @Convert(InstantColumn.class) Optional<Instant> left) {}
}
