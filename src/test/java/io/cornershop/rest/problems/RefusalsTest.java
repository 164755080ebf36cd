package io.cornershop.rest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.StaleVersion;
import io.cornershop.kernel.TooLarge;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import io.cornershop.security.Forbidden;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RefusalsTest {

  @Test
  void an_invalid_value_is_malformed_and_named() {
    assertThat(Refusals.of(new InvalidValue("quantity", "must be positive")))
        .isEqualTo(Refusal.malformed(List.of(new FieldError("quantity", "must be positive"))));
  }

  @Test
  void a_conflict_and_a_broken_rule_keep_their_code() {
    assertThat(Refusals.of(Rejected.conflict("cart-expired", "The cart has expired")))
        .isEqualTo(Refusal.of(409, "cart-expired", "The cart has expired"));
    assertThat(Refusals.of(Rejected.rule("unknown-product", "There is no such product")))
        .isEqualTo(Refusal.of(422, "unknown-product", "There is no such product"));
  }

  @Test
  void a_value_that_breaks_a_rule_is_named() {
    assertThat(Refusals.of(Rejected.ruleFor("email", "invalid-email", "It is none")))
        .isEqualTo(
            new Refusal(
                422,
                "invalid-email",
                "It is none",
                List.of(new FieldError("email", "It is none")),
                Map.of()));
  }

  @Test
  void an_unknown_thing_is_not_found() {
    assertThat(Refusals.of(new NotFound("cart", "c1")))
        .isEqualTo(Refusal.of(404, "not-found", "There is no cart c1"));
  }

  @Test
  void a_stale_version_tells_the_present_one() {
    assertThat(Refusals.of(new StaleVersion(3, 4)))
        .isEqualTo(
            Refusal.of(412, "stale-version", "Expected sequence 3, but it is 4")
                .with("ETag", "\"4\""));
  }

  @Test
  void a_damaged_view_says_what_helps() {
    assertThat(Refusals.of(new ViewDamaged("stock", new ClassCastException("secret words"))))
        .isEqualTo(
            Refusal.of(
                500,
                "view-damaged",
                "What is kept of stock cannot be read; the view needs a rebuild"));
  }

  @Test
  void an_outage_that_only_the_container_could_catch_is_still_an_outage() {
    Unavailable outage = new Unavailable("Busy", Duration.ofSeconds(2), null);

    assertThat(HttpRefusals.of(new ServletException(new RuntimeException(outage)), 500))
        .isEqualTo(Refusal.of(503, "unavailable", "Busy").with("Retry-After", "2"));
  }

  @Test
  void an_outage_says_when_to_come_back_and_not_what_the_driver_said() {
    Unavailable outage =
        new Unavailable("Busy", Duration.ofMillis(100), new IOException("10.0.0.1 refused"));

    assertThat(Refusals.of(outage))
        .isEqualTo(Refusal.of(503, "unavailable", "Busy").with("Retry-After", "1"));
  }

  @Test
  void what_is_too_large_is_said_so() {
    assertThat(Refusals.of(new TooLarge("At most 10")))
        .isEqualTo(Refusal.of(413, "too-large", "At most 10"));
  }

  @Test
  void the_things_of_others_are_forbidden() {
    assertThat(Refusals.of(Forbidden.notYours()))
        .isEqualTo(Refusal.of(403, "not-yours", "This belongs to another customer"));
  }

  @Test
  void a_bug_tells_nothing_about_itself() {
    assertThat(Refusals.of(new IllegalStateException("secret"))).isEqualTo(Refusals.bug());
    assertThat(Refusals.of(new StackOverflowError("secret"))).isEqualTo(Refusals.bug());
  }

  @Test
  void what_the_server_refuses_has_a_code_too() {
    assertThat(HttpRefusals.of(405).code()).isEqualTo("method-not-allowed");
    assertThat(HttpRefusals.of(418))
        .isEqualTo(Refusal.of(418, "refused", "The request is refused"));
    assertThat(HttpRefusals.of(502)).isEqualTo(Refusals.bug());
    assertThat(HttpRefusals.of(401).headers())
        .isEqualTo(Map.of("WWW-Authenticate", "Bearer realm=\"CornerShop\""));
  }

  @Test
  void a_problem_knows_its_request() {
    assertThat(Refusal.of(422, "no-way", "No way").problem("/api/x", "c-1"))
        .isEqualTo(
            new Problem(
                "about:blank",
                "Unprocessable Content",
                422,
                "No way",
                "/api/x",
                "no-way",
                "c-1",
                List.of()));
  }

  @Test
  void an_endless_path_is_cut() {
    assertThat(Refusals.bug().problem("/".repeat(10_000), "c-1").instance()).hasSize(200);
  }
}
