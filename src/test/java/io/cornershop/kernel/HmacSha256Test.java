package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HmacSha256Test {

  private final HmacSha256 jefe = new HmacSha256("Jefe");

  /** The second test case of RFC 4231. */
  private static final String CODE =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  @Test
  void is_that_of_the_standard() {
    assertThat(HexFormat.of().formatHex(jefe.of("what do ya want for nothing?"))).isEqualTo(CODE);
  }

  @Test
  void is_the_same_piece_by_piece() {
    Mac mac = jefe.begun();
    mac.update("what do ya want ".getBytes(StandardCharsets.UTF_8));

    assertThat(mac.doFinal("for nothing?".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(jefe.of("what do ya want for nothing?"));
  }
}
