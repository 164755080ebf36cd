package io.cornershop.eventing.api.consumers;

/** What the OpenAPI document shows. */
final class ConsumerExamples {

  static final String ONE =
      """
      {"name": "projections", "group": "cornershop.projections", "paused": false,
       "seeks": [{"number": 3, "to": "Position[position=41000]",
                  "carriedOutBy": ["orders.events/0"]}],
       "state": "RUNNING",
       "nodes": [{"node": "shop-1-7", "state": "RUNNING", "age": "PT0S", "stale": false}],
       "partitions": [{"topic": "orders.events", "partition": 0, "position": 118, "committed": 117,
                       "lag": 0, "inFlight": 1, "progress": {"offset": 117, "age": "PT0.012S"},
                       "fromStore": false, "node": "shop-1-7", "age": "PT0S", "stale": false}],
       "inFlight": 1, "held": [], "stuck": [], "healed": 0, "passedOver": 0,
       "ofOtherLives": 0}
      """;

  static final String PAGE = "{\"items\": [" + ONE + "]}";

  private ConsumerExamples() {}
}
