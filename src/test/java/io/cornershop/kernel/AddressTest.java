package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddressTest {

  @Test
  void a_complete_address_has_no_flaws() {
    Address address =
        new Address("Ada", "1 Main St", Optional.of("c/o Bob"), "Köln", "50667", "DE");
    assertThat(address.flaws()).isEmpty();
  }

  @Test
  void every_missing_part_is_named() {
    Address nothing = new Address(null, "", Optional.of(" "), "a\nb", "9".repeat(21), "de");
    assertThat(nothing.flaws())
        .isEqualTo(List.of("name", "line1", "line2", "city", "postalCode", "country"));
  }
}
