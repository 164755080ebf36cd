package io.cornershop.eventing.api.deadletters;

import io.cornershop.kernel.InvalidValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What is tried instead of the bytes that came: as text, or in base64. */
public record PayloadRequest(
    Optional<String> text, Optional<String> base64, @NotBlank @Size(max = 500) String reason) {

  byte[] bytes() {
    if (text.isPresent() == base64.isPresent()) {
      throw new InvalidValue("text", "must be there, or else base64");
    }
    return text.map(value -> value.getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> decoded(base64.orElseThrow()));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("base64", "must be base64");
    }
  }
}
