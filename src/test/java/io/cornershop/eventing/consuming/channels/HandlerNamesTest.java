package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.consuming.RecordingHandler;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandlerNamesTest {

  @Test
  void a_consumer_is_a_channel_and_its_handler() {
    HandlerNames names = new HandlerNames();
    names.add("projections", List.of(new RecordingHandler("stock", "Counted")));
    assertThat(names.has("projections/stock")).isTrue();
    assertThat(names.has("projections/stok")).isFalse();
    assertThat(names.has("processes/stock")).isFalse();
  }
}
