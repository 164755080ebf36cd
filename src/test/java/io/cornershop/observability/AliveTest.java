package io.cornershop.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AliveTest {

  /** What a server has. */
  private static final class Answers implements HealthCheckResponseProvider {
    @Override
    public HealthCheckResponseBuilder createResponseBuilder() {
      return new Builder();
    }
  }

  private static final class Builder extends HealthCheckResponseBuilder {

    private String name = "";
    private boolean up;
    private final Map<String, Object> data = new TreeMap<>();

    @Override
    public HealthCheckResponseBuilder name(String newName) {
      name = newName;
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, String value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, long value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, boolean value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder up() {
      return status(true);
    }

    @Override
    public HealthCheckResponseBuilder down() {
      return status(false);
    }

    @Override
    public HealthCheckResponseBuilder status(boolean newUp) {
      up = newUp;
      return this;
    }

    @Override
    public HealthCheckResponse build() {
      return new HealthCheckResponse(name, up ? Status.UP : Status.DOWN, Optional.of(data));
    }
  }

  @BeforeAll
  static void answer() {
    HealthCheckResponse.setResponseProvider(new Answers());
  }

  @AfterAll
  static void leaveNothing() {
    HealthCheckResponse.setResponseProvider(null);
  }

  private static Vital vital(String name, String... troubles) {
    return new Vital(name, () -> List.of(troubles));
  }

  @Test
  void a_node_lives_while_every_part_can_go_on_by_itself() {
    HealthCheckResponse answer = Alive.answer(List.of(vital("consumers"), vital("relay")));

    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getData()).contains(Map.of("consumers", "up", "relay", "up"));
  }

  @Test
  void one_part_that_needs_a_restart_is_enough_and_is_named_with_its_reasons() {
    HealthCheckResponse answer =
        Alive.answer(
            List.of(
                vital("consumers", "processes: it stands still", "gateways: its thread has ended"),
                vital("relay")));

    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData())
        .contains(
            Map.of(
                "consumers",
                "processes: it stands still; gateways: its thread has ended",
                "relay",
                "up"));
  }
}
