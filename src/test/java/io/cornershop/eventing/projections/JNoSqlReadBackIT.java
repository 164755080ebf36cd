package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.Excursion.Stage;
import io.cornershop.testing.SmallApplication;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.PageRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Repositories in a real server give back what the engine has written. */
@ArquillianTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class JNoSqlReadBackIT {

  private static final Excursion FULL = Excursions.full("full");
  private static final Excursion BARE = Excursions.bare("bare");

  @Inject MongoDatabase database;
  @Inject ExcursionStore store;
  @Inject ChosenVersion version;

  @Deployment
  static WebArchive application() {
    return SmallApplication.with(Rows.class.getPackage());
  }

  @BeforeEach
  void write() {
    version.choose(1);
    database.getCollection("excursions_v2").drop();
    database.getCollection("excursions").drop();
    Rows rows = new MongoRows(database);
    ExcursionProjection projection = new ExcursionProjection();
    rows.prepare(projection);
    for (Excursion row : List.of(FULL, BARE)) {
      Sources sources = Sources.NONE.with(Trips.TRIP, 3, "epoch");
      rows.save(projection, new Row<>(row.excursionId(), row, sources, 1));
    }
  }

  @Test
  void a_row_is_found_by_its_id() {
    assertThat(store.findByExcursionId("full")).contains(FULL);
    assertThat(store.findByExcursionId("bare")).contains(BARE);
    assertThat(store.findByExcursionId("nothing")).isEmpty();
  }

  @Test
  void repositories_read_the_version_that_is_pointed_to() {
    Rows next = new MongoRows(database, 2);
    for (int n = 10; n < 25; n++) {
      Excursion row = Excursions.full("y" + n);
      next.save(new ExcursionProjection(), new Row<>("y" + n, row, Sources.NONE, 1));
    }
    version.choose(2);

    assertThat(store.findByExcursionId("full")).isEmpty();
    assertThat(store.findByExcursionId("y10")).contains(Excursions.full("y10"));
    assertThat(store.findByTags("sea")).hasSize(15);
    CursoredPage<Excursion> page =
        store.findByGuidedOrderByDepartureDescExcursionIdAsc(true, PageRequest.ofSize(10));
    assertThat(page.content()).hasSize(10);
    assertThat(store.findByGuidedOrderByDepartureDescExcursionIdAsc(true, page.nextPageRequest()))
        .hasSize(5);
  }

  @Test
  void rows_are_found_by_text_and_constant_and_optional() {
    assertThat(store.findByTitleOrderByDepartureDesc(FULL.title())).containsExactly(FULL);
    assertThat(store.findByStage(Stage.PLANNED)).containsExactly(BARE);
    assertThat(store.findByRemark("bring a coat")).containsExactly(FULL);
  }

  @Test
  void rows_are_found_by_an_element_of_a_list() {
    assertThat(store.findByTags("sea")).containsExactly(FULL);
    assertThat(store.findByTags("desert")).isEmpty();
  }

  @Test
  void rows_are_found_by_time() {
    Instant noon = FULL.departure();
    Duration hour = Duration.ofHours(1);

    assertThat(store.findByDepartureGreaterThanEqualAndDepartureLessThan(noon, noon.plus(hour)))
        .containsExactly(FULL);
    assertThat(store.findByDepartureGreaterThanEqualAndDepartureLessThan(noon.minus(hour), noon))
        .isEmpty();
  }

  @Test
  void pages_follow_each_other_without_a_gap_or_a_double() {
    Rows rows = new MongoRows(database);
    for (int n = 10; n < 35; n++) {
      Excursion row = Excursions.full("x" + n);
      rows.save(new ExcursionProjection(), new Row<>("x" + n, row, Sources.NONE, 1));
    }
    List<String> ids = new ArrayList<>();
    CursoredPage<Excursion> page =
        store.findByGuidedOrderByDepartureDescExcursionIdAsc(true, PageRequest.ofSize(7));
    page.forEach(row -> ids.add(row.excursionId()));
    while (page.hasNext()) {
      page = store.findByGuidedOrderByDepartureDescExcursionIdAsc(true, page.nextPageRequest());
      page.forEach(row -> ids.add(row.excursionId()));
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates().hasSize(26);
  }
}
