package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators read over HTTP of the relay. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RelayIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());

  @Test
  void operators_see_that_everything_is_published() {
    Shop operator = shop.as("operator");

    JsonNode relay =
        Await.until(
            () -> operator.get("/api/relay").expect(200).body(),
            answer -> answer.path("outboxPending").asLong() == 0);

    assertThat(relay.path("relay").asBoolean()).isTrue();
    assertThat(relay.path("condition").asString()).isEqualTo("RUNNING");
    assertThat(relay.path("oldestAge").asString()).isEqualTo("PT0S");
    assertThat(relay.path("lastPosition").asLong())
        .isPositive()
        .isEqualTo(relay.path("publishedPosition").asLong());
  }

  @Test
  void the_same_is_there_to_be_scraped() {
    Map<String, String> figures =
        Await.until(
            () -> figures(shop.get("/metrics").expect(200).response().body()),
            found -> "0.0".equals(found.get("outbox_pending")));

    assertThat(figures)
        .isEqualTo(Map.of("outbox_pending", "0.0", "outbox_oldest_age_seconds", "0.0"));
  }

  @Test
  void whether_consumers_get_on_is_there_to_be_scraped_for_each_group() {
    List<String> groups =
        figuresOf("consumer_stuck_handlers", shop.get("/metrics").expect(200).response().body());

    assertThat(groups)
        .contains("cornershop.projections 0.0", "cornershop.processes 0.0")
        .allMatch(line -> line.endsWith(" 0.0"));
    assertThat(shop.get("/metrics").response().body())
        .contains("consumer_oldest_unfinished_seconds{consumer_group=\"cornershop.projections\"");
  }

  private static List<String> figuresOf(String name, String scraped) {
    Pattern figure = Pattern.compile(name + "\\{consumer_group=\"([^\"]+)\".*} (.*)");
    return scraped
        .lines()
        .map(figure::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) + " " + found.group(2))
        .toList();
  }

  private static Map<String, String> figures(String scraped) {
    return scraped
        .lines()
        .filter(line -> line.startsWith("outbox_"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('{')),
                line -> line.substring(line.lastIndexOf(' ') + 1)));
  }

  @Test
  void others_do_not() {
    shop.as("staff").get("/api/relay").expect(403);
  }
}
