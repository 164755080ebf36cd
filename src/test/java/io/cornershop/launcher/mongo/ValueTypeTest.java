package io.cornershop.launcher.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ValueTypeTest {

  private final ValueType type = new ValueType();

  @ParameterizedTest
  @ValueSource(strings = {"", "order/1", "\u007f", "\u0080", "Zürich", "日本", "a🙂b", "nul\0"})
  void text_is_kept_as_utf_8_and_comes_back(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

    byte[] written = written(text);

    assertThat(Arrays.copyOfRange(written, 2, written.length)).isEqualTo(utf8);
    assertThat(type.read(ByteBuffer.wrap(written))).isEqualTo(text);
  }

  @Test
  void a_number_comes_back() {
    assertThat(type.read(ByteBuffer.wrap(written(12L)))).isEqualTo(12L);
  }

  private byte[] written(Object value) {
    WriteBuffer buffer = new WriteBuffer();
    type.write(buffer, value);
    ByteBuffer bytes = buffer.getBuffer().flip();
    byte[] written = new byte[bytes.remaining()];
    bytes.get(written);
    return written;
  }
}
