package io.cornershop.eventing.sagas.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.TimeKey;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.eventing.sagas.views.SagaList.Count;
import io.cornershop.eventing.sagas.views.SagaList.Wanted;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SagaListTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Instant BEGIN = Instant.parse("2026-11-01T12:00:00Z");
  private static final Wanted ALL =
      new Wanted(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final SagaListProjection view = new SagaListProjection();
  private MongoRows rows;
  private SagaList sagas;

  @BeforeEach
  void open() {
    MongoDatabase database = MONGO.freshDatabase();
    rows = new MongoRows(database);
    rows.prepare(view);
    sagas = new SagaList(new ViewQueries(database, name -> 1, new ViewReads(null)));
  }

  /** Two of a second, so that keys by time are equal. */
  private SagaOverview save(int n) {
    SagaStanding state = SagaStanding.values()[n % 5];
    String step = state.isOpen() ? "Step" + n % 3 : "";
    Instant at = BEGIN.plusSeconds(n / 2);
    String id = "saga-%03d".formatted(n);
    SagaProgress progress =
        new SagaProgress(
            state,
            step,
            state.isOpen() ? List.of(step) : List.of(),
            state == SagaStanding.COMPENSATING,
            1,
            Optional.empty(),
            Optional.empty());
    SagaOverview saga =
        new SagaOverview(
            id,
            n % 4 == 0 ? "return" : "fulfilment",
            1 + n % 2,
            "order-" + n % 7,
            progress,
            at,
            at,
            TimeKey.of(at, id),
            1);
    rows.save(view, new Row<>(id, saga, Sources.NONE, 1));
    return saga;
  }

  private List<SagaOverview> saved(int count) {
    return IntStream.range(0, count)
        .mapToObj(this::save)
        .sorted(Comparator.comparing(SagaOverview::listKey).reversed())
        .toList();
  }

  private List<SagaOverview> pages(Wanted wanted, int size) {
    List<SagaOverview> seen = new ArrayList<>();
    List<SagaOverview> page;
    do {
      Optional<String> behind =
          seen.isEmpty() ? Optional.empty() : Optional.of(seen.getLast().listKey());
      page = sagas.find(wanted, behind, size);
      seen.addAll(page);
    } while (page.size() == size);
    return seen;
  }

  @Test
  void pages_give_every_saga_once_the_newest_first() {
    List<SagaOverview> all = saved(60);

    assertThat(pages(ALL, 7)).isEqualTo(all);
  }

  @Test
  void filters_are_combined() {
    List<SagaOverview> all = saved(120);
    Instant end = BEGIN.plusSeconds(30);
    Wanted wanted =
        new Wanted(
            Optional.of(SagaStanding.RUNNING),
            Optional.of("Step1"),
            Optional.of("order-3"),
            Optional.of("fulfilment"),
            Optional.of(end));
    List<SagaOverview> expected =
        all.stream()
            .filter(s -> s.progress().state() == SagaStanding.RUNNING)
            .filter(s -> s.progress().step().equals("Step1"))
            .filter(s -> s.subject().equals("order-3"))
            .filter(s -> s.sagaType().equals("fulfilment"))
            .filter(s -> s.startedAt().isBefore(end))
            .toList();

    assertThat(expected).isNotEmpty();
    assertThat(pages(wanted, 2)).isEqualTo(expected);
  }

  @Test
  void finds_open_sagas_of_known_versions_in_steps_that_are_no_more() {
    List<SagaOverview> lost =
        saved(60).reversed().stream()
            .filter(s -> s.sagaType().equals("fulfilment"))
            .filter(s -> s.definitionVersion() == 1 && s.progress().state().isOpen())
            .filter(s -> s.progress().step().equals("Step2"))
            .toList();

    assertThat(sagas.elsewhere("fulfilment", 1, Set.of("Step0", "Step1"), 100)).isEqualTo(lost);
    assertThat(sagas.elsewhere("fulfilment", 1, Set.of("Step0", "Step1"), 2))
        .isEqualTo(lost.subList(0, 2));
    assertThat(sagas.elsewhere("fulfilment", 2, Set.of("Step0", "Step1", "Step2"), 9)).isEmpty();
  }

  @Test
  void counts_sagas_by_where_they_are() {
    List<SagaOverview> all = saved(60);
    List<Count> expected =
        all.stream()
            .map(
                s ->
                    new Count(
                        s.sagaType(),
                        s.progress().state(),
                        s.progress().step(),
                        s.progress().backward(),
                        1,
                        s.startedAt()))
            .collect(
                Collectors.groupingBy(
                    c -> List.of(c.sagaType(), c.state(), c.step(), c.backward())))
            .values()
            .stream()
            .map(SagaListTest::sum)
            .toList();

    assertThat(sagas.counts()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Count sum(List<Count> same) {
    Count first = same.getLast();
    return new Count(
        first.sagaType(),
        first.state(),
        first.step(),
        first.backward(),
        same.size(),
        same.stream().map(Count::oldest).min(Comparator.naturalOrder()).orElseThrow());
  }
}
