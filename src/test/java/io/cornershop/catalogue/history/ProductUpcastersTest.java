package io.cornershop.catalogue.history;

import static io.cornershop.catalogue.CatalogueFixtures.ADDED;
import static io.cornershop.catalogue.CatalogueFixtures.ADDED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.CHANGED_AT;
import static io.cornershop.catalogue.CatalogueFixtures.HIGHER_PRICE;
import static io.cornershop.catalogue.CatalogueFixtures.PRICE;
import static io.cornershop.catalogue.CatalogueFixtures.RAISED;
import static io.cornershop.catalogue.CatalogueFixtures.TEAPOT;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.catalogue.ProductEvent;
import io.cornershop.catalogue.ProductEvent.ProductAdded;
import io.cornershop.catalogue.domain.Product;
import io.cornershop.catalogue.domain.Product.Listed;
import io.cornershop.catalogue.domain.ProductDecider;
import io.cornershop.catalogue.views.ProductListing;
import io.cornershop.catalogue.views.ProductListingProjection;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.events.UnreadableEvent;
import io.cornershop.kernel.EventMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A product that was added before version 2, in the shop of today. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductUpcastersTest {

  private static final EventJson JSON =
      new EventJson(TYPES, PersonalDataCodec.PLAIN, ProductUpcasters.all());

  private static final String USUAL =
      "{\"productId\":\"teapot-red\",\"name\":\"Red teapot\",\"price\":{\"amount\":\"24.90\","
          + "\"currency\":\"EUR\"},\"addedAt\":\"2026-03-01T08:00:00Z\"}";
  private static final String OF_ITS_OWN =
      USUAL.replace(",\"addedAt\"", ",\"lowStockThreshold\":5,\"addedAt\"");

  private static EventEnvelope stored(String type, int version, long sequence, String data) {
    return new EventEnvelope(
        new UUID(0, sequence),
        new EventType(type, version),
        new StreamId("Product", "teapot-red"),
        sequence,
        Instant.parse("2026-03-01T08:00:00Z"),
        data,
        EventMetadata.of("c", "c", "u", "test"),
        OptionalLong.empty());
  }

  @Test
  void a_threshold_that_was_left_out_was_ten() {
    assertThat(JSON.decode(stored("ProductAdded", 1, 1, USUAL)))
        .isEqualTo(new ProductAdded(TEAPOT, "Red teapot", PRICE, 10, ADDED_AT));
  }

  @Test
  void a_threshold_that_was_there_stays() {
    assertThat(JSON.decode(stored("ProductAdded", 1, 1, OF_ITS_OWN))).isEqualTo(ADDED);
  }

  @Test
  void a_history_of_both_versions_is_replayed() {
    List<EventEnvelope> history =
        List.of(
            stored("ProductAdded", 1, 1, USUAL),
            stored("ProductPriceChanged", 1, 2, JSON.encode(RAISED)));
    ProductDecider decider = new ProductDecider();
    Product state = decider.initial();
    for (EventEnvelope event : history) {
      state = decider.evolve(state, (ProductEvent) JSON.decode(event));
    }

    assertThat(state).isEqualTo(new Listed(TEAPOT, "Red teapot", HIGHER_PRICE, 10));
  }

  @Test
  void a_read_model_is_made_of_both_versions() {
    ProductListingProjection projection = new ProductListingProjection();
    EventEnvelope first = stored("ProductAdded", 1, 1, USUAL);
    EventEnvelope second = stored("ProductPriceChanged", 1, 2, JSON.encode(RAISED));
    ProductListing row = projection.apply(Optional.empty(), JSON.decode(first), first);

    assertThat(projection.apply(Optional.of(row), JSON.decode(second), second))
        .isEqualTo(
            new ProductListing(
                "teapot-red",
                "Red teapot",
                Optional.of(HIGHER_PRICE),
                Optional.of(10),
                "Listed",
                Optional.empty(),
                Optional.of(ADDED_AT),
                Optional.of(CHANGED_AT),
                2));
  }

  @Test
  void version_2_without_a_threshold_is_malformed_and_not_ten() {
    UnreadableEvent refused =
        catchThrowableOfType(
            UnreadableEvent.class, () -> JSON.decode(stored("ProductAdded", 2, 1, USUAL)));

    assertThat(refused.newerThanThisBuild()).isFalse();
  }

  @Test
  void a_version_3_waits_for_a_newer_build() {
    UnreadableEvent refused =
        catchThrowableOfType(
            UnreadableEvent.class, () -> JSON.decode(stored("ProductAdded", 3, 1, OF_ITS_OWN)));

    assertThat(refused.newerThanThisBuild()).isTrue();
  }
}
