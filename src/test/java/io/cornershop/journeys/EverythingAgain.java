package io.cornershop.journeys;

import io.cornershop.testing.Await;
import io.cornershop.testing.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How an operator has everything done once more.
 *
 * @param patience how long each step may take
 */
record EverythingAgain(Shop operator, Duration patience) {

  /** Of a group: how many records it has done with, and how many it has not. */
  private record Place(long done, long left) {

    private static Place of(JsonNode channel) {
      return new Place(sum(channel, "committed"), sum(channel, "lag"));
    }

    private static long sum(JsonNode channel, String field) {
      return channel
          .path("partitions")
          .valueStream()
          .mapToLong(partition -> partition.path(field).asLong(0))
          .sum();
    }
  }

  /** Waits until the group has lost its place, and until it is where it was again. */
  void handleAllEvents(String consumer) {
    String channel = "/api/consumers/" + consumer;
    Place before = await(channel, now -> now.done() > 0 && now.left() == 0);
    operator.post(channel + "/pause", "").expect(200);
    operator.post(channel + "/seek", "{\"to\": \"beginning\"}").expect(200);
    await(channel, now -> now.done() == 0);
    operator.post(channel + "/resume", "").expect(200);
    await(channel, now -> now.done() >= before.done());
  }

  private Place await(String channel, Predicate<Place> condition) {
    return Await.until(
        patience, () -> Place.of(operator.get(channel).expect(200).body()), condition);
  }

  /** Waits until another version of each is read. */
  void rebuildAllReadModels() {
    Map<String, Integer> before = versions();
    before.keySet().forEach(view -> operator.post(rebuild(view), "").expect(202));
    Await.until(
        patience,
        this::versions,
        now -> before.keySet().stream().allMatch(view -> now.get(view) > before.get(view)));
  }

  private static String rebuild(String view) {
    return "/api/projections/" + view + "/rebuild";
  }

  private Map<String, Integer> versions() {
    return operator
        .get("/api/projections?limit=500")
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .collect(
            Collectors.toMap(
                view -> view.path("name").asString(), view -> view.path("activeVersion").asInt()));
  }
}
