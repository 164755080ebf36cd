package io.cornershop.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every adapter promises. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class AnsweredRequestsContract {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final StoredAnswer CREATED =
      new StoredAnswer(
          201,
          Map.of("ETag", "\"1\"", "Location", "/api/carts/c1"),
          "{\"cartId\":\"c1\"}".getBytes(StandardCharsets.UTF_8));

  private AnsweredRequests requests;

  /** An adapter that holds nothing and goes by this clock; all of one test share what they hold. */
  abstract AnsweredRequests at(Clock clock);

  @BeforeEach
  void begin() {
    requests = at(clock(NOON));
  }

  @Test
  void the_first_request_may_run() {
    assertThat(requests.claim("k", "body")).isInstanceOf(Claim.Granted.class);
    assertThat(requests.claim("k2", "body")).isInstanceOf(Claim.Granted.class);
    assertThat(requests.claim("k", "body")).isEqualTo(new Claim.Running());
  }

  @Test
  void a_repeat_gets_the_first_answer() {
    requests.answered(granted("k"), CREATED);

    assertThat(requests.claim("k", "body")).isEqualTo(new Claim.Answered(CREATED));
    assertThat(requests.claim("k", "body")).isEqualTo(new Claim.Answered(CREATED));
  }

  @Test
  void an_answer_without_a_body_is_kept_too() {
    StoredAnswer done = new StoredAnswer(204, Map.of(), new byte[0]);
    requests.answered(granted("k"), done);

    assertThat(requests.claim("k", "body")).isEqualTo(new Claim.Answered(done));
  }

  @Test
  void another_content_under_the_same_key_is_refused() {
    Claim.Granted claim = granted("k");
    assertThat(requests.claim("k", "other")).isEqualTo(new Claim.Reused());

    requests.answered(claim, CREATED);
    assertThat(requests.claim("k", "other")).isEqualTo(new Claim.Reused());
  }

  @Test
  void a_refused_request_may_run_again_even_with_another_content() {
    Claim.Granted claim = granted("k");
    assertThat(requests.claim("k", "body")).isEqualTo(new Claim.Running());

    requests.refused(claim);
    assertThat(requests.claim("k", "other")).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void a_run_that_never_ended_is_taken_over_when_its_lease_is_over() {
    Claim.Granted first = granted("k");

    assertThat(later(9).claim("k", "body")).isEqualTo(new Claim.Running());
    Claim.Granted second = (Claim.Granted) later(11).claim("k", "body");
    assertThat(second.lease()).isNotEqualTo(first.lease());
    assertThat(later(12).claim("k", "body")).isEqualTo(new Claim.Running());
  }

  @Test
  void a_run_that_was_taken_over_does_not_throw_the_answer_away() {
    Claim.Granted first = granted("k");
    Claim.Granted second = (Claim.Granted) later(11).claim("k", "body");

    requests.refused(first);
    assertThat(later(12).claim("k", "body")).isEqualTo(new Claim.Running());
    requests.answered(second, CREATED);
    requests.refused(first);
    assertThat(later(12).claim("k", "body")).isEqualTo(new Claim.Answered(CREATED));
  }

  @Test
  void of_many_at_once_one_may_run() throws Exception {
    assertThat(atOnce(() -> requests.claim("k", "body"))).isEqualTo(1);
  }

  @Test
  void of_many_that_take_over_at_once_one_may_run() throws Exception {
    granted("k");
    AnsweredRequests afterTheLease = later(11);

    assertThat(atOnce(() -> afterTheLease.claim("k", "body"))).isEqualTo(1);
  }

  private Claim.Granted granted(String key) {
    return (Claim.Granted) requests.claim(key, "body");
  }

  private AnsweredRequests later(int seconds) {
    return at(clock(NOON.plus(Duration.ofSeconds(seconds))));
  }

  private static Clock clock(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private static long atOnce(Callable<Claim> claim) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Claim> claims = new ArrayList<>();
      for (Future<Claim> done :
          threads.invokeAll(Stream.generate(() -> claim).limit(16).toList())) {
        claims.add(done.get());
      }
      return claims.stream().filter(Claim.Granted.class::isInstance).count();
    }
  }
}
