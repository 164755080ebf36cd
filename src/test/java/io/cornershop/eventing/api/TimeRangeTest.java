package io.cornershop.eventing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.store.EventSearch.OfTime;
import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeRangeTest {

  private static final Instant NOON = RecordedHistory.NOON;

  @Test
  void is_open_where_nothing_is_said() {
    assertThat(new TimeRange(NOON, NOON.plusSeconds(1)).search())
        .isEqualTo(new OfTime(NOON, NOON.plusSeconds(1)));
    assertThat(new TimeRange(NOON, null).search()).isEqualTo(new OfTime(NOON, Instant.MAX));
    assertThat(new TimeRange(null, NOON).search()).isEqualTo(new OfTime(Instant.MIN, NOON));
  }

  @Test
  void does_not_end_before_it_begins() {
    assertThatThrownBy(new TimeRange(NOON, NOON.minusMillis(1))::search)
        .isInstanceOf(InvalidValue.class)
        .hasMessage("must not be earlier than from");
  }
}
