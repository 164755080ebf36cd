package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A saga that stands at a step that the running build does not have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrandedSagaBlocksReadinessIT {

  private static final String STRANDED = "stranded-saga";
  private static final String VIEW = "saga_list";

  private final RunningPlatform platform = RunningPlatform.shared();
  private final Shop shop = Shop.at(platform.baseUri());

  private String completedSaga() {
    Customer ada = shop.newCustomer();
    String order = ada.order(shop.newProduct("9.95", 1), 1, "sandbox-approve");
    Await.until(
        () -> shop.as("operator").get("/api/sagas/" + order),
        saga -> saga.status() == 200 && saga.text("state").equals("COMPLETED"));
    return order;
  }

  private int readiness() {
    return shop.get("/health/ready").status();
  }

  @Test
  void it_is_listed_and_named_by_readiness_until_it_stands_there_no_more() {
    String completed = completedSaga();
    try (StoredViews views = new StoredViews(platform.mongoUri())) {
      Await.until(() -> views.rows(VIEW, completed), rows -> !rows.isEmpty());
      views.copy(
          VIEW,
          completed,
          STRANDED,
          Map.of(
              "progress.state", "RUNNING",
              "progress.step", "WrapGift",
              "progress.ahead", List.of("WrapGift")));
      try {
        Await.until(this::readiness, status -> status == 503);
        String why = shop.get("/health/ready").body().toString();
        assertThat(why).contains("Saga " + STRANDED).contains("WrapGift");
        assertThat(
                shop.as("operator")
                    .get("/api/sagas?state=RUNNING&step=WrapGift")
                    .expect(200)
                    .body()
                    .path("items")
                    .findValuesAsString("sagaId"))
            .containsExactly(STRANDED);
      } finally {
        views.remove(VIEW, STRANDED);
      }
      Await.until(this::readiness, status -> status == 200);
    }
  }
}
