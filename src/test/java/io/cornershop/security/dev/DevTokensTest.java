package io.cornershop.security.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.cornershop.kernel.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DevTokensTest {

  private static final String ISSUER = "https://cornershop.local";

  /** Making one takes long. */
  private static KeyPair keys;

  @TempDir private Path directory;
  private DevTokens tokens;

  @BeforeAll
  static void a_key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
  }

  @BeforeEach
  void a_key_in_a_file() throws Exception {
    Path file = directory.resolve("key.pem");
    String base64 = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    tokens = new DevTokens(Optional.of(file.toString()), ISSUER);
  }

  @Test
  void a_token_is_signed_by_the_key() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens.issue("staff", Optional.empty()));

    assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic()))).isTrue();
  }

  @Test
  void a_customers_token_names_the_customer() throws Exception {
    JWTClaimsSet claims = claims("customer", Optional.of(new CustomerId("ada")));

    assertThat(claims.getIssuer()).isEqualTo(ISSUER);
    assertThat(claims.getSubject()).isEqualTo("ada");
    assertThat(claims.getStringClaim("upn")).isEqualTo("ada");
    assertThat(claims.getStringClaim("customerId")).isEqualTo("ada");
    assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("customer"));
  }

  @Test
  void a_token_is_good_for_eight_hours() throws Exception {
    JWTClaimsSet claims = claims("staff", Optional.empty());

    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void each_new_customer_is_another_one() throws Exception {
    assertThat(claims("customer", Optional.empty()).getSubject())
        .isNotEqualTo(claims("customer", Optional.empty()).getSubject());
    assertThat(claims("staff", Optional.empty()).getSubject()).isEqualTo("local-staff");
  }

  @Test
  void without_a_key_there_are_no_tokens() {
    assertThat(new DevTokens(Optional.empty(), ISSUER).enabled()).isFalse();
    assertThat(tokens.enabled()).isTrue();
  }

  @Test
  void a_missing_file_and_a_file_without_a_key_are_refused_at_start() throws IOException {
    Path file = Files.writeString(directory.resolve("no-key.pem"), "QUFB");

    assertThatThrownBy(() -> new DevTokens(Optional.of(file.toString()), ISSUER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DevTokens(Optional.of(file + "x"), ISSUER))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost, true",
    "127.0.0.1, 127.0.0.1, true",
    "0:0:0:0:0:0:0:1, [::1], true",
    "127.0.0.1, evil.example, false",
    "192.0.2.1, localhost, false"
  })
  void only_this_machine_gets_tokens(String address, String host, boolean answered) {
    assertThat(Loopback.is(address, host)).isEqualTo(answered);
  }

  private JWTClaimsSet claims(String role, Optional<CustomerId> customer) throws Exception {
    return SignedJWT.parse(tokens.issue(role, customer)).getJWTClaimsSet();
  }
}
