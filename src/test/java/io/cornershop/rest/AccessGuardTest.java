package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.rest.problems.Refusal;
import io.cornershop.rest.problems.Refused;
import io.cornershop.security.Caller;
import io.cornershop.security.Forbidden;
import io.cornershop.security.Role;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessGuardTest {

  private static final Caller STAFF = new Caller("bob", Set.of(Role.STAFF), Optional.empty());

  static class Unruled {
    public void nothing() {}

    @PermitAll
    public void open() {}

    @RolesAllowed({Role.STAFF, Role.OPERATOR})
    public void forStaff() {}

    @RolesAllowed(Role.AUDITOR)
    public void forAuditors() {}
  }

  @RolesAllowed(Role.STAFF)
  static class Ruled {
    public void nothing() {}

    @DenyAll
    public void closed() {}

    @RolesAllowed(Role.AUDITOR)
    public void forAuditors() {}
  }

  @Test
  void a_role_of_the_method_lets_pass() {
    assertThatCode(() -> require(Unruled.class, "forStaff", STAFF)).doesNotThrowAnyException();
  }

  @Test
  void a_role_of_the_class_lets_pass() {
    assertThatCode(() -> require(Ruled.class, "nothing", STAFF)).doesNotThrowAnyException();
  }

  @Test
  void anybody_may_call_what_is_open() {
    assertThatCode(() -> require(Unruled.class, "open", Caller.ANONYMOUS))
        .doesNotThrowAnyException();
  }

  @Test
  void another_role_is_forbidden() {
    assertThatThrownBy(() -> require(Unruled.class, "forAuditors", STAFF))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void the_method_overrules_the_class() {
    assertThatThrownBy(() -> require(Ruled.class, "forAuditors", STAFF))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> require(Ruled.class, "closed", STAFF)).isInstanceOf(Forbidden.class);
  }

  @Test
  void what_says_nothing_is_closed_to_everybody() {
    assertThatThrownBy(() -> require(Unruled.class, "nothing", STAFF))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void without_a_token_the_answer_is_unauthenticated() {
    assertThatThrownBy(() -> require(Unruled.class, "forStaff", Caller.ANONYMOUS))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(Refusal.unauthenticated());
            });
  }

  private static void require(Class<?> resource, String method, Caller caller)
      throws NoSuchMethodException {
    AccessGuard.require(resource.getMethod(method), caller);
  }
}
