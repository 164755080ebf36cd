package io.cornershop.customers.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every keeper of claims promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class EmailClaimsContract {

  private static final Instant UNTIL = Instant.parse("2026-03-08T12:00:30.123Z");
  private static final EmailClaim ADAS = claim("a", "ada", "register-ada");
  private static final EmailClaim EVES = claim("a", "eve", "register-eve");

  private EmailClaims claims;

  /** A keeper without any claim. */
  abstract EmailClaims empty();

  @BeforeEach
  void open() {
    claims = empty();
  }

  private static EmailClaim claim(String key, String customer, String command) {
    return new EmailClaim(key, new CustomerId(customer), new CommandId(command), UNTIL);
  }

  @Test
  void the_first_gets_an_address() {
    assertThat(claims.claim(ADAS)).isEqualTo(ADAS);
    assertThat(claims.find("a")).contains(ADAS);
  }

  @Test
  void the_second_is_told_who_has_it() {
    claims.claim(ADAS);

    assertThat(claims.claim(EVES)).isEqualTo(ADAS);
    assertThat(claims.find("a")).contains(ADAS);
  }

  @Test
  void the_holder_claims_anew() {
    EmailClaim again = claim("a", "ada", "update-ada");
    claims.claim(ADAS);

    assertThat(claims.claim(again)).isEqualTo(again);
    assertThat(claims.find("a")).contains(again);
  }

  @Test
  void a_claim_that_was_seen_is_taken_over_once() {
    claims.claim(ADAS);

    assertThat(claims.takeOver(ADAS, EVES)).isTrue();
    assertThat(claims.takeOver(ADAS, claim("a", "max", "register-max"))).isFalse();
    assertThat(claims.find("a")).contains(EVES);
  }

  @Test
  void a_claim_that_was_renewed_since_it_was_seen_stays() {
    EmailClaim renewed = claim("a", "ada", "update-ada");
    claims.claim(ADAS);
    claims.claim(renewed);

    assertThat(claims.takeOver(ADAS, EVES)).isFalse();
    assertThat(claims.find("a")).contains(renewed);
  }

  @Test
  void an_address_is_freed_by_its_holder_only() {
    claims.claim(ADAS);

    claims.release("a", EVES.customer());
    assertThat(claims.find("a")).contains(ADAS);
    claims.release("a", ADAS.customer());
    assertThat(claims.find("a")).isEmpty();
    assertThat(claims.claim(EVES)).isEqualTo(EVES);
  }

  @Test
  void all_that_one_customer_holds_is_freed_together() {
    EmailClaim others = claim("c", "eve", "register-eve");
    claims.claim(ADAS);
    claims.claim(claim("b", "ada", "update-ada"));
    claims.claim(others);

    claims.releaseAll(ADAS.customer());

    assertThat(claims.find("a")).isEmpty();
    assertThat(claims.find("b")).isEmpty();
    assertThat(claims.find("c")).contains(others);
  }

  @Test
  void a_pass_is_kept_under_its_name_and_is_in_no_claim_s_way() {
    claims.note("pass", new ClaimPass(7, false));
    claims.claim(ADAS);
    claims.releaseAll(ADAS.customer());

    assertThat(claims.pass("pass")).contains(new ClaimPass(7, false));
    assertThat(claims.pass("another")).isEmpty();
  }

  @Test
  void a_pass_never_goes_back() {
    claims.note("pass", new ClaimPass(7, false));
    claims.note("pass", new ClaimPass(9, true));
    claims.note("pass", new ClaimPass(8, false));

    assertThat(claims.pass("pass")).contains(new ClaimPass(9, true));
  }

  @Test
  void of_many_at_once_one_gets_an_address() throws Exception {
    List<EmailClaim> wanted =
        IntStream.range(0, 50).mapToObj(i -> claim("a", "customer-" + i, "register-" + i)).toList();
    Set<EmailClaim> standing;
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      List<Future<EmailClaim>> answers =
          crowd.invokeAll(
              wanted.stream()
                  .<Callable<EmailClaim>>map(claim -> () -> claims.claim(claim))
                  .toList());
      standing = answers.stream().map(Future::resultNow).collect(Collectors.toSet());
    }
    assertThat(standing).hasSize(1);
    assertThat(claims.find("a")).contains(standing.iterator().next());
  }
}
