package io.cornershop.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CurrentCallerTest {

  private record Token(String name, Map<String, Object> claims) implements JsonWebToken {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  @Test
  void a_customer_is_the_customer_of_its_claim() {
    assertThat(caller(Map.of("sub", "u-1", "groups", Set.of("customer"), "customerId", "ada")))
        .isEqualTo(new Caller("u-1", Set.of("customer"), Optional.of(new CustomerId("ada"))));
  }

  @Test
  void a_customer_without_the_claim_is_the_customer_of_its_subject() {
    assertThat(caller(Map.of("sub", "ada", "groups", Set.of("customer"))))
        .isEqualTo(new Caller("ada", Set.of("customer"), Optional.of(new CustomerId("ada"))));
  }

  @Test
  void without_the_role_nobody_is_a_customer() {
    assertThat(caller(Map.of("sub", "bob", "groups", Set.of("staff"), "customerId", "ada")))
        .isEqualTo(new Caller("bob", Set.of("staff"), Optional.empty()));
  }

  @Test
  void groups_that_the_shop_does_not_know_are_no_roles() {
    assertThat(caller(Map.of("sub", "bob", "groups", Set.of("admin", "auditor"))))
        .isEqualTo(new Caller("bob", Set.of("auditor"), Optional.empty()));
  }

  @Test
  void a_subject_that_is_no_customer_id_is_nobodys() {
    assertThat(caller(Map.of("sub", "auth0|1", "groups", Set.of("customer"))))
        .isEqualTo(new Caller("auth0|1", Set.of("customer"), Optional.empty()));
  }

  @Test
  void a_token_without_subject_is_known_by_its_name() {
    assertThat(caller(Map.of())).isEqualTo(new Caller("name", Set.of(), Optional.empty()));
  }

  private static Caller caller(Map<String, Object> claims) {
    return CurrentCaller.callerOf(new Token("name", claims));
  }
}
