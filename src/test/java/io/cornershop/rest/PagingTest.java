package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagingTest {

  @Test
  void gives_fifty_items_when_nobody_says_otherwise() {
    assertThat(new Paging(null, null).limit()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "050", "500"})
  void gives_what_is_asked_for(String limit) {
    assertThat(new Paging(limit, null).limit()).isEqualTo(Integer.parseInt(limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "501", "x", "", "1.5", "99999999999999999999"})
  void refuses_any_other_limit(String limit) {
    assertThatThrownBy(() -> new Paging(limit, null).limit())
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("limit"));
  }

  @Test
  void goes_on_behind_the_cursor() {
    Cursor cursor = Cursor.within("list", 7);

    assertThat(new Paging(null, cursor.encoded()).after()).contains(cursor);
    assertThat(new Paging(null, null).after()).isEqualTo(Optional.empty());
  }
}
