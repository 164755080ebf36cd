package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.testing.LoggedFields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogScopeTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void a_scope_within_another_adds_to_it_and_hides_what_has_the_same_name() {
    try (LogScope outer = LogScope.open(LogField.AGGREGATE, "Order/1")) {
      outer.with(LogField.CORRELATION, "c");
      try (LogScope inner = LogScope.open(LogField.AGGREGATE, "Saga/1")) {
        assertThat(LoggedFields.now())
            .isEqualTo(Map.of("aggregate", "Saga/1", "correlationId", "c"));
      }
      assertThat(LoggedFields.now())
          .isEqualTo(Map.of("aggregate", "Order/1", "correlationId", "c"));
    }
    assertThat(LoggedFields.now()).isEmpty();
  }

  @Test
  void a_failure_clears_the_fields() {
    assertThatThrownBy(
            () -> {
              try (LogScope scope = LogScope.open(LogField.EVENT, "e")) {
                throw new IllegalStateException("a bug");
              }
            })
        .isInstanceOf(IllegalStateException.class);
    assertThat(LoggedFields.now()).isEmpty();
  }

  @Test
  void a_scope_that_was_left_open_ends_with_the_one_around_it() {
    try (LogScope outer = LogScope.open(LogField.TASK, "t")) {
      LogScope.open(LogField.EVENT, "e");
    }
    assertThat(LoggedFields.now()).isEmpty();
  }

  @Test
  void metadata_tell_of_request_trace_and_process() {
    EventMetadata metadata =
        new EventMetadata(
            "c",
            "cause",
            "olga",
            "api",
            Optional.of("session"),
            Optional.of("192.0.2.1"),
            Optional.of("browser"),
            Optional.of(new EventMetadata.SagaStep("s", "ReserveStock", 5)),
            Optional.of("00-" + TRACE + "-b7ad6b7169203331-01"));

    try (LogScope scope = LogScope.open().with(metadata)) {
      assertThat(LoggedFields.now())
          .isEqualTo(Map.of("correlationId", "c", "traceId", TRACE, "saga", "s"));
    }
  }

  @Test
  void what_is_no_trace_context_is_no_trace() {
    EventMetadata metadata =
        new EventMetadata(
            "c",
            "cause",
            "olga",
            "api",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("somebody's own"));

    try (LogScope scope = LogScope.open().with(metadata)) {
      assertThat(LoggedFields.now()).isEqualTo(Map.of("correlationId", "c"));
    }
  }
}
