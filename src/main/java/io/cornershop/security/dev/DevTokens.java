package io.cornershop.security.dev;

import com.fasterxml.uuid.Generators;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.cornershop.kernel.CustomerId;
import io.cornershop.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs tokens with the key of the local run, if there is one. */
@ApplicationScoped
public class DevTokens {

  /** The configuration key that names the private key. */
  public static final String KEY = "cornershop.dev-tokens.private-key";

  /** Where tokens are asked for. */
  public static final String PATH = "/dev/tokens";

  private static final Duration LIFETIME = Duration.ofHours(8);

  private final Optional<RSASSASigner> signer;
  private final String issuer;

  /** For the CDI proxy. */
  protected DevTokens() {
    this.signer = Optional.empty();
    this.issuer = "";
  }

  /**
   * @param keyFile a PEM file with the private RSA key (PKCS #8); none: there are no tokens
   */
  @Inject
  public DevTokens(
      @ConfigProperty(name = KEY) Optional<String> keyFile,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.signer = keyFile.map(PrivateKeyFile::read).map(RSASSASigner::new);
    this.issuer = issuer;
  }

  /** Whether this run has a key. */
  public boolean enabled() {
    return signer.isPresent();
  }

  /**
   * A signed token.
   *
   * @param customerId whom a customer's token is for; without it, for somebody new
   */
  public String issue(String role, Optional<CustomerId> customerId) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(),
            claims(role, customerId, Instant.now()));
    try {
      token.sign(signer.orElseThrow());
    } catch (JOSEException e) {
      throw new IllegalStateException("The key of the local run does not sign", e);
    }
    return token.serialize();
  }

  private JWTClaimsSet claims(String role, Optional<CustomerId> customerId, Instant now) {
    String subject = customerId.map(CustomerId::value).orElseGet(() -> subjectOf(role));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject)
            .claim("upn", subject)
            .claim("groups", List.of(role))
            .jwtID(Generators.timeBasedEpochGenerator().generate().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)));
    customerId.ifPresent(id -> claims.claim("customerId", id.value()));
    return claims.build();
  }

  private static String subjectOf(String role) {
    return role.equals(Role.CUSTOMER)
        ? Generators.timeBasedEpochGenerator().generate().toString()
        : "local-" + role;
  }
}
