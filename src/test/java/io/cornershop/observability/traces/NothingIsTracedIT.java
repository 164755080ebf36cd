package io.cornershop.observability.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.RunningPlatform;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The platform as it runs when nobody says where traces go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsTracedIT {

  /** How the thread is called that sends spans, when there is one. */
  static final String SENDER = "BatchSpanProcessor";

  @Test
  void no_thread_waits_to_send_anything() {
    assertThat(RunningPlatform.shared().threads())
        .contains("cornershop-relay")
        .doesNotContain(SENDER, "PeriodicMetricReader", "BatchLogRecordProcessor");
  }
}
