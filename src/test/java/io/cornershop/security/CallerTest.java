package io.cornershop.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.CustomerId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallerTest {

  private static final CustomerId ADA_ID = new CustomerId("ada");
  private static final Caller ADA = new Caller("u-1", Set.of(Role.CUSTOMER), Optional.of(ADA_ID));
  private static final Caller STAFF = new Caller("bob", Set.of(Role.STAFF), Optional.empty());

  @Test
  void a_customer_reaches_its_own_things() {
    assertThatCode(() -> ADA.requireSelfOr(ADA_ID)).doesNotThrowAnyException();
  }

  @Test
  void a_customer_does_not_reach_those_of_others() {
    assertThatThrownBy(() -> ADA.requireSelfOr(new CustomerId("eve"), Role.STAFF))
        .isInstanceOfSatisfying(Forbidden.class, e -> assertThat(e.code()).isEqualTo("not-yours"));
  }

  @Test
  void a_named_role_reaches_everything() {
    assertThatCode(() -> STAFF.requireSelfOr(ADA_ID, Role.OPERATOR, Role.STAFF))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> STAFF.requireSelfOr(ADA_ID, Role.OPERATOR))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_list_shows_a_customer_its_own_things_and_refuses_others() {
    assertThat(ADA.seen(Optional.empty(), Role.STAFF)).contains(ADA_ID);
    assertThat(ADA.seen(Optional.of(ADA_ID), Role.STAFF)).contains(ADA_ID);
    assertThatThrownBy(() -> ADA.seen(Optional.of(new CustomerId("eve")), Role.STAFF))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void a_list_shows_a_named_role_what_it_asks_for_and_nobody_else_anything() {
    assertThat(STAFF.seen(Optional.empty(), Role.STAFF)).isEmpty();
    assertThat(STAFF.seen(Optional.of(ADA_ID), Role.STAFF)).contains(ADA_ID);
    assertThatThrownBy(() -> STAFF.seen(Optional.empty(), Role.OPERATOR))
        .isInstanceOf(Forbidden.class);
  }
}
