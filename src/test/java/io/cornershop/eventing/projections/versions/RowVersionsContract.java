package io.cornershop.eventing.projections.versions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TripBoard;
import io.cornershop.eventing.projections.TripBoardProjection;
import io.cornershop.eventing.projections.Trips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every keeper of versions does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class RowVersionsContract {

  private static final Sources SOURCES = Sources.NONE.with(Trips.TRIP, 3, "life");

  private final TripBoardProjection projection = new TripBoardProjection();
  private RowVersions versions;

  /** Without any row. */
  abstract RowVersions emptyVersions();

  /** Writes a row of {@link TripBoardProjection} past the guards, so that no build can read it. */
  abstract void damage(RowVersions versions, int version, String id);

  @BeforeEach
  void prepare() {
    versions = emptyVersions();
  }

  private void save(int version, String id, int seats) {
    TripBoard board = new TripBoard(id, Optional.empty(), seats);
    versions.rows(version).save(projection, new Row<>(id, board, SOURCES, 1));
  }

  private List<List<RowImage>> pages(int version, int size) {
    List<List<RowImage>> pages = new ArrayList<>();
    versions.scan(projection, version, size, pages::add);
    return pages;
  }

  @Test
  void versions_do_not_touch_each_other() {
    save(1, "trip-1", 2);
    save(2, "trip-1", 3);

    assertThat(versions.rows(1).load(projection, "trip-1").map(row -> row.value().seats()))
        .contains(2);
    assertThat(versions.rows(2).load(projection, "trip-1").map(row -> row.value().seats()))
        .contains(3);
    assertThat(versions.rows(12).load(projection, "trip-1")).isEmpty();
    assertThat(versions.existing("trip_board")).isEqualTo(Set.of(1, 2));
    assertThat(versions.existing("trip")).isEmpty();
  }

  @Test
  void a_version_that_is_dropped_is_gone_and_others_stay() {
    save(1, "trip-1", 2);
    save(2, "trip-1", 3);

    versions.drop("trip_board", 2);
    versions.drop("trip_board", 7);

    assertThat(versions.existing("trip_board")).isEqualTo(Set.of(1));
    assertThat(versions.rows(2).load(projection, "trip-1")).isEmpty();
    assertThat(pages(1, 5)).hasSize(1);
  }

  @Test
  void all_rows_are_shown_in_pages() {
    IntStream.range(0, 25).forEach(n -> save(2, "trip-" + n, n));
    save(1, "other", 1);

    List<List<RowImage>> pages = pages(2, 10);

    assertThat(pages).extracting(List::size).containsExactly(10, 10, 5);
    assertThat(pages.stream().flatMap(List::stream).map(RowImage::id).distinct()).hasSize(25);
    assertThat(pages(3, 10)).isEmpty();
  }

  @Test
  void an_image_has_the_columns_and_the_sources_of_its_row() {
    save(1, "trip-1", 2);
    TripBoard titled = new TripBoard("trip-2", Optional.of("Dunes"), 2);
    versions.rows(1).save(projection, new Row<>("trip-2", titled, Sources.NONE, 1));

    Map<String, RowImage> images =
        versions.images(projection, 1, List.of("trip-1", "trip-2", "nobody"));

    assertThat(images).containsOnlyKeys("trip-1", "trip-2");
    assertThat(images.get("trip-1").sources()).isEqualTo(SOURCES);
    assertThat(images.get("trip-1").columns()).containsEntry("seats", 2).doesNotContainKey("_id");
    assertThat(images.get("trip-2").columns()).isNotEqualTo(images.get("trip-1").columns());
    assertThat(pages(1, 5).getFirst()).containsExactlyInAnyOrderElementsOf(images.values());
  }

  @Test
  void a_row_that_cannot_be_read_is_shown_with_what_is_damaged_and_stops_no_other() {
    save(1, "trip-1", 2);
    damage(versions, 1, "trip-2");

    Map<String, RowImage> images = versions.images(projection, 1, List.of("trip-1", "trip-2"));

    assertThat(images.get("trip-2"))
        .isEqualTo(new RowImage("trip-2", Sources.NONE, Map.of(), List.of("_sources")));
    assertThat(images.get("trip-1").isDamaged()).isFalse();
    assertThat(pages(1, 5).getFirst()).containsExactlyInAnyOrderElementsOf(images.values());
  }
}
