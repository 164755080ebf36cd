package io.cornershop.customers.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.customers.claims.ClaimBackfill.Page;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Unavailable;
import io.cornershop.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Customers who were registered before addresses were claimed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimBackfillTest {

  private static final EmailKeys KEYS = new EmailKeys("0123456789abcdef0123456789abcdef");
  private static final EmailKeys OTHER_KEYS = new EmailKeys("another-secret-of-32-characters!!");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-08T12:00:00Z"), ZoneOffset.UTC);
  private static final int PAGE = 2;

  private final List<CustomerId> registered = new ArrayList<>();
  private final Map<CustomerId, String> addresses = new HashMap<>();
  private final InMemoryEmailClaims claims = new InMemoryEmailClaims();
  private final List<Long> asked = new ArrayList<>();

  private CustomerId register(String name, String email) {
    CustomerId customer = new CustomerId(name);
    registered.add(customer);
    addresses.put(customer, email);
    return customer;
  }

  private ClaimBackfill backfill(EmailKeys keys) {
    return new ClaimBackfill(
        claims, keys, c -> Optional.ofNullable(addresses.get(c)), this::behind, NOON);
  }

  private Page behind(long place) {
    asked.add(place);
    int from = (int) place;
    int to = Math.min(registered.size(), from + PAGE);
    return new Page(registered.subList(from, to), to, to - from < PAGE);
  }

  private void complete(ClaimBackfill backfill) {
    while (backfill.goOn()) {}
  }

  private Optional<CustomerId> holderOf(String email) {
    return claims.find(KEYS.of(email)).map(EmailClaim::customer);
  }

  @Test
  void get_the_claims_on_what_they_have() {
    CustomerId ada = register("ada", "Ada@example.org");
    CustomerId bob = register("bob", "bob@example.org");
    CustomerId eve = register("eve", "eve@example.org");

    complete(backfill(KEYS));

    assertThat(holderOf("ada@example.org")).contains(ada);
    assertThat(holderOf("bob@example.org")).contains(bob);
    assertThat(holderOf("eve@example.org")).contains(eve);
  }

  @Test
  void keep_an_address_that_two_have_for_who_was_first_and_take_it_from_no_holder() {
    CustomerId ada = register("ada", "ada@example.org");
    register("bob", "ada@example.org");
    register("eve", "eve@example.org");
    EmailClaim maxs =
        new EmailClaim(
            KEYS.of("eve@example.org"), new CustomerId("max"), new CommandId("c"), NOON.instant());
    claims.claim(maxs);

    complete(backfill(KEYS));

    assertThat(holderOf("ada@example.org")).contains(ada);
    assertThat(claims.find(maxs.key())).contains(maxs);
  }

  @Test
  void who_have_no_address_any_more_get_none() {
    CustomerId ada = register("ada", "ada@example.org");
    addresses.remove(ada);

    complete(backfill(KEYS));

    assertThat(holderOf("ada@example.org")).isEmpty();
  }

  @Test
  void are_all_seen_when_it_is_complete_and_not_before() {
    register("ada", "ada@example.org");
    register("bob", "bob@example.org");
    ClaimBackfill backfill = backfill(KEYS);

    assertThat(backfill.goOn()).isTrue();
    assertThat(backfill.isComplete()).isFalse();
    assertThat(backfill.goOn()).isFalse();
    assertThat(backfill.isComplete()).isTrue();
    assertThat(backfill(KEYS).isComplete()).isTrue();
  }

  @Test
  void are_looked_at_from_where_another_process_has_ended() {
    register("ada", "ada@example.org");
    register("bob", "bob@example.org");
    backfill(KEYS).goOn();
    register("eve", "eve@example.org");

    complete(backfill(KEYS));
    register("max", "max@example.org");
    backfill(KEYS).goOn();

    assertThat(asked).containsExactly(0L, 2L, 3L);
    assertThat(holderOf("max@example.org")).isPresent();
    assertThat(backfill(KEYS).isComplete()).isTrue();
  }

  @Test
  void come_again_when_their_page_was_not_completed() {
    register("ada", "ada@example.org");
    ClaimBackfill dying =
        new ClaimBackfill(claims, KEYS, ClaimBackfillTest::unavailable, this::behind, NOON);
    assertThatThrownBy(dying::goOn).isInstanceOf(Unavailable.class);

    complete(backfill(KEYS));

    assertThat(asked).containsExactly(0L, 0L);
    assertThat(holderOf("ada@example.org")).isPresent();
  }

  private static Optional<String> unavailable(CustomerId customer) {
    throw new Unavailable("gone", Duration.ofSeconds(1), null);
  }

  @Test
  void are_claimed_for_anew_under_another_secret() {
    register("ada", "ada@example.org");
    complete(backfill(KEYS));
    ClaimBackfill another = backfill(OTHER_KEYS);
    assertThat(another.isComplete()).isFalse();

    complete(another);

    assertThat(claims.find(OTHER_KEYS.of("ada@example.org"))).isPresent();
  }

  @Test
  void are_all_seen_in_the_background_although_the_database_was_away() {
    register("ada", "ada@example.org");
    register("bob", "bob@example.org");
    AtomicInteger tries = new AtomicInteger();
    ClaimBackfill fragile =
        new ClaimBackfill(
            claims,
            KEYS,
            c -> tries.incrementAndGet() == 2 ? unavailable(c) : Optional.of(addresses.get(c)),
            this::behind,
            NOON);
    BackfillThread.Rests none = new BackfillThread.Rests(Duration.ZERO, Duration.ZERO);

    try (var thread = new BackfillThread(fragile, Thread.ofVirtual().factory(), none)) {
      thread.start();
      Await.until(fragile::isComplete, complete -> complete);
    }

    assertThat(holderOf("bob@example.org")).isPresent();
  }

  @Test
  void are_not_looked_at_any_more_when_the_node_stops() {
    register("ada", "ada@example.org");
    register("bob", "bob@example.org");
    Duration ages = Duration.ofMinutes(10);
    var rests = new BackfillThread.Rests(ages, ages);
    List<Thread> started = new ArrayList<>();

    try (var thread =
        new BackfillThread(
            backfill(KEYS), task -> added(started, Thread.ofVirtual().unstarted(task)), rests)) {
      thread.start();
      Await.until(() -> claims.pass(KEYS.of("backfill")), Optional::isPresent);
    }

    Await.until(() -> started.getFirst().isAlive(), alive -> !alive);
    assertThat(backfill(KEYS).isComplete()).isFalse();
  }

  private static Thread added(List<Thread> threads, Thread thread) {
    threads.add(thread);
    return thread;
  }
}
