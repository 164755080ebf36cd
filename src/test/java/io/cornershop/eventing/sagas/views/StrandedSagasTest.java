package io.cornershop.eventing.sagas.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.eventing.projections.ViewReads;
import io.cornershop.eventing.projections.queries.ViewQueries;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaEvent.SagaStarted;
import io.cornershop.eventing.sagas.SagaEvent.Trigger;
import io.cornershop.eventing.sagas.SagaId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.processes.fulfilment.OrderReturn;
import io.cornershop.testing.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrandedSagasTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final String SENTENCE =
      "Saga r-1, begun with version 1: Version 1 of order-return, which this build has, has no"
          + " step WrapItems; it has RestockItems, RefundPayment";

  private final SagaDefinitions definitions =
      new SagaDefinitions(List.of(new OrderReturn(Duration.ofMinutes(1))));
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicBoolean away = new AtomicBoolean();
  private MongoRows rows;
  private StrandedSagas stranded;

  @BeforeEach
  void open() {
    MongoDatabase database = MONGO.freshDatabase();
    rows = new MongoRows(database);
    rows.prepare(new SagaListProjection());
    ViewQueries queries = new ViewQueries(database, this::version, new ViewReads(null));
    stranded = new StrandedSagas(definitions, new SagaList(queries), nanos::get);
  }

  private int version(String view) {
    if (away.get()) {
      throw new Unavailable("The database does not answer", Duration.ofSeconds(1), null);
    }
    return 1;
  }

  private void save(String id, String type, int version, String step) {
    SagaStarted started =
        new SagaStarted(
            new SagaId(id), type, version, id, new Trigger("Order", id, 6), List.of(step), NOON);
    SagaOverview saga = SagaOverview.of(List.of(started)).orElseThrow();
    rows.save(new SagaListProjection(), new Row<>(id, saga, Sources.NONE, 1));
  }

  @Test
  void a_saga_at_a_step_that_is_no_more_is_named() {
    save("r-1", "order-return", 1, "WrapItems");
    save("r-2", "order-return", 1, "RefundPayment");

    assertThat(stranded.sentences()).containsExactly(SENTENCE);
  }

  @Test
  void one_of_a_newer_definition_or_of_an_unknown_type_waits_for_its_own_build() {
    save("r-1", "order-return", 2, "WrapItems");
    save("r-2", "order-gift", 1, "WrapItems");

    assertThat(stranded.sentences()).isEmpty();
  }

  @Test
  void the_database_is_asked_every_few_seconds_and_the_last_answer_holds_while_it_is_away() {
    assertThat(stranded.sentences()).isEmpty();
    save("r-1", "order-return", 1, "WrapItems");
    assertThat(stranded.sentences()).isEmpty();

    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(stranded.sentences()).containsExactly(SENTENCE);

    away.set(true);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(stranded.sentences()).containsExactly(SENTENCE);
  }
}
