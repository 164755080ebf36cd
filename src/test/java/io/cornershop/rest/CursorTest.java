package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CursorTest {

  @Test
  void comes_back_as_it_was_given() {
    Cursor cursor = Cursor.of("2026-11-01T12:00:00Z", "", "größer");

    assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
  }

  @Test
  void needs_no_escaping_in_a_query() {
    assertThat(Cursor.of("~~~???", "///+++").encoded()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "a b", "_w", "TQ=", "äöü"})
  void refuses_what_it_did_not_write(String text) {
    assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refuses_what_is_longer_than_any_cursor() {
    String endless = "QUFB".repeat(1_000);

    assertThatThrownBy(() -> Cursor.decode(endless)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refuses_the_cursor_of_another_list() {
    Cursor two = Cursor.of("a", "b");

    assertThatThrownBy(() -> two.part(0, 3)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void of_a_list_goes_on_in_this_list_only() {
    Cursor cursor = Cursor.decode(Cursor.within("type Opened", 4_711).encoded());

    assertThat(cursor.placeIn("type Opened")).isEqualTo(4_711);
    assertThatThrownBy(() -> cursor.placeIn("type Closed")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Cursor.of("4711").placeIn("type Opened"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void of_a_place_in_time_goes_on_in_this_list_only() {
    PlaceInTime place = new PlaceInTime(Instant.parse("2026-11-01T12:00:00.001Z"), "a b");
    Cursor cursor = Cursor.decode(place.within("audit").encoded());

    assertThat(PlaceInTime.of(cursor, "audit")).isEqualTo(place);
    assertThatThrownBy(() -> PlaceInTime.of(cursor, "dead-letters"))
        .isInstanceOf(InvalidValue.class);
    for (String forged : List.of("", "a b", "2026-11-01T12:00:00Z", "2026-11-01")) {
      assertThatThrownBy(() -> PlaceInTime.of(Cursor.within("audit", forged), "audit"))
          .isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void of_a_text_place_goes_on_in_this_list_only() {
    Cursor cursor = Cursor.decode(Cursor.within("orders Shipped", "0017/order-1").encoded());

    assertThat(cursor.textIn("orders Shipped")).isEqualTo("0017/order-1");
    assertThatThrownBy(() -> cursor.textIn("orders Created")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Cursor.of("0017/order-1").textIn("orders Shipped"))
        .isInstanceOf(InvalidValue.class);
  }
}
