package io.cornershop.eventing.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeedRequestTest {

  @Test
  void begins_behind_the_last_event_that_was_received_else_where_it_says() {
    assertThat(new FeedRequest("4001", "7").position()).isEqualTo(4_001);
    assertThat(new FeedRequest("", "7").position()).isEqualTo(7);
    assertThat(new FeedRequest(null, "7").position()).isEqualTo(7);
    assertThat(new FeedRequest(null, null).position()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", " 1", "9999999999999999999"})
  void knows_no_position_that_is_no_number(String text) {
    assertThatThrownBy(new FeedRequest(text, null)::position)
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.field()).isEqualTo("Last-Event-ID"));
    assertThatThrownBy(new FeedRequest(null, text)::position)
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("after"));
  }
}
