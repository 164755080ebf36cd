package io.cornershop.observability.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.LogField;
import io.cornershop.kernel.LogScope;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerLogTest {

  @Test
  void the_trace_of_the_running_span_comes_before_the_one_that_an_event_has_brought() {
    ServerLog traced = new ServerLog(() -> Optional.of("running"));
    ServerLog untraced = new ServerLog(Optional::empty);

    try (LogScope scope = LogScope.open(LogField.TRACE, "brought").with(LogField.EVENT, "e")) {
      assertThat(traced.valueOf(LogField.TRACE)).contains("running");
      assertThat(untraced.valueOf(LogField.TRACE)).contains("brought");
      assertThat(traced.valueOf(LogField.EVENT)).contains("e");
      assertThat(traced.valueOf(LogField.SAGA)).isEmpty();
    }
  }

  @Test
  void a_line_is_written_whatever_goes_wrong_with_a_field() {
    ServerLog failing =
        new ServerLog(
            () -> {
              throw new IllegalStateException("a bug");
            });

    assertThat(failing.valueOf(LogField.TRACE)).isEmpty();
  }

  @Test
  void does_nothing_where_the_server_is_another() {
    new ServerLog(Optional::empty).begin();
  }
}
