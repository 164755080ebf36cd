package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PageTest {

  private static Cursor cursor(long place) {
    return Cursor.within("list", place);
  }

  @Test
  void one_item_too_many_tells_that_there_is_more() {
    Page<Long> page = Page.of(List.of(1L, 2L, 3L), 2, PageTest::cursor);

    assertThat(page).isEqualTo(new Page<>(List.of(1L, 2L), Optional.of(cursor(2).encoded())));
  }

  @Test
  void exactly_as_many_as_wanted_are_the_last() {
    assertThat(Page.of(List.of(1L, 2L), 2, PageTest::cursor)).isEqualTo(Page.last(List.of(1L, 2L)));
  }

  @Test
  void keeps_its_cursor_when_its_items_change() {
    Page<String> page = Page.of(List.of(1L, 2L), 1, PageTest::cursor).map(Object::toString);

    assertThat(page).isEqualTo(new Page<>(List.of("1"), Optional.of(cursor(1).encoded())));
  }

  @Test
  void the_last_one_has_no_next_in_json() {
    assertThat(Json.TOLERANT.writeValueAsString(Page.last(List.of(1))))
        .isEqualTo("{\"items\":[1]}");
  }
}
