package io.cornershop.eventing.api.external;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cornershop.eventing.commands.Received;
import io.cornershop.eventing.events.EventSchemas;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.json.Json;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.TooLarge;
import io.cornershop.rest.problems.MalformedBody;
import io.cornershop.security.Forbidden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever an outside producer sends: it is refused in words, or it can be stored and read. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExternalInboxFuzzTest {

  private static final ExternalInbox INBOX =
      new ExternalInbox(TYPES, new EventSchemas(TYPES), JSON, CounterFixtures.CLOCK);

  @FuzzTest(maxDuration = "1m")
  void any_body_is_refused_or_holds_events_that_survive_their_way_through_bytes(byte[] bytes) {
    for (Received received : read(bytes)) {
      EventType type = TYPES.of(received.event().getClass()).type();
      byte[] stored = JSON.encode(received.event()).getBytes(StandardCharsets.UTF_8);
      assertThat(JSON.receive(type, (ObjectNode) Json.TOLERANT.readTree(stored)))
          .isEqualTo(received.event());
    }
  }

  private static List<Received> read(byte[] bytes) {
    try {
      return INBOX.read(body(bytes));
    } catch (MalformedBody | TooLarge | Forbidden | Rejected refused) {
      return List.of();
    }
  }

  private static JsonNode body(byte[] bytes) {
    try {
      return Json.STRICT.readTree(bytes);
    } catch (JacksonException e) {
      return Json.STRICT.createArrayNode();
    }
  }
}
