package io.cornershop.customers.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.customers.claims.UniqueEmails.Wish;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniqueEmailsTest {

  private static final EmailKeys KEYS = new EmailKeys("0123456789abcdef0123456789abcdef");
  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final CustomerId ADA = new CustomerId("ada");
  private static final CustomerId EVE = new CustomerId("eve");
  private static final String MAIL = "ada@example.org";
  private static final Rejected REFUSAL = Rejected.rule("invalid-phone", "no");

  private final Map<CustomerId, String> store = new ConcurrentHashMap<>();
  private final List<CustomerId> listed = new ArrayList<>();
  private final InMemoryEmailClaims claims = new InMemoryEmailClaims();
  private final UniqueEmails emails = at(NOON);

  private UniqueEmails at(Instant now) {
    return new UniqueEmails(
        claims,
        KEYS,
        c -> Optional.ofNullable(store.get(c)),
        email -> listed,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private UniqueEmails later() {
    return at(NOON.plus(UniqueEmails.ON_ITS_WAY));
  }

  private static Wish wish(CustomerId customer, String email, boolean insists) {
    return new Wish(customer, email, new CommandId("by-" + customer), insists);
  }

  private void set(UniqueEmails by, Wish wish) {
    by.claimed(wish, () -> store.put(wish.customer(), wish.email()));
  }

  private void staffSet(CustomerId customer, String email) {
    set(emails, wish(customer, email, true));
  }

  private static void assertTaken(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo("email-taken"));
  }

  private Optional<CustomerId> holderOf(String email) {
    return claims.find(KEYS.of(email)).map(EmailClaim::customer);
  }

  @Test
  void staff_cannot_give_an_address_to_a_second_customer() {
    staffSet(ADA, MAIL);

    assertTaken(() -> staffSet(EVE, "ADA@example.org"));
    assertTaken(() -> set(later(), wish(EVE, MAIL, true)));
    assertThat(store).isEqualTo(Map.of(ADA, MAIL));
  }

  @Test
  void a_customer_is_not_told_that_another_has_the_address_and_does_not_hold_it() {
    staffSet(ADA, MAIL);

    set(emails, wish(EVE, MAIL, false));

    assertThat(store).isEqualTo(Map.of(ADA, MAIL, EVE, MAIL));
    assertThat(holderOf(MAIL)).contains(ADA);
  }

  @Test
  void the_same_again_has_the_same_result() {
    staffSet(ADA, MAIL);
    staffSet(ADA, MAIL);

    assertThat(store).isEqualTo(Map.of(ADA, MAIL));
    assertThat(holderOf(MAIL)).contains(ADA);
  }

  @Test
  void a_change_frees_the_former_address() {
    staffSet(ADA, MAIL);
    staffSet(ADA, "new@example.org");
    staffSet(EVE, MAIL);

    assertThat(holderOf("new@example.org")).contains(ADA);
    assertThat(holderOf(MAIL)).contains(EVE);
  }

  private void assertFails(RuntimeException failure) {
    assertThatThrownBy(
            () ->
                emails.claimed(
                    wish(ADA, MAIL, true),
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void a_refused_command_leaves_the_address_free() {
    assertFails(REFUSAL);
    assertThat(holderOf(MAIL)).isEmpty();
  }

  @Test
  void a_refused_command_does_not_take_the_address_from_who_has_it() {
    staffSet(ADA, MAIL);

    assertFails(REFUSAL);
    assertThat(holderOf(MAIL)).contains(ADA);
  }

  /** A crash looks the same from here: the command's end is not known. */
  private void claimAndVanish() {
    assertFails(new Unavailable("gone", Duration.ofSeconds(1), null));
  }

  @Test
  void a_command_that_may_be_on_its_way_keeps_the_address() {
    claimAndVanish();

    assertTaken(() -> staffSet(EVE, MAIL));
    staffSet(ADA, MAIL);
    assertThat(store).isEqualTo(Map.of(ADA, MAIL));
  }

  @Test
  void a_command_that_never_came_blocks_nobody_for_ever() {
    claimAndVanish();

    set(later(), wish(EVE, MAIL, true));

    assertThat(store).isEqualTo(Map.of(EVE, MAIL));
    assertThat(holderOf(MAIL)).contains(EVE);
  }

  @Test
  void a_command_that_came_although_its_end_was_not_known_counts() {
    claimAndVanish();
    store.put(ADA, MAIL);

    assertTaken(() -> set(later(), wish(EVE, MAIL, true)));
  }

  @Test
  void a_claim_that_was_lost_on_the_way_is_made_again() {
    emails.claimed(
        wish(ADA, MAIL, true),
        () -> {
          claims.releaseAll(ADA);
          return store.put(ADA, MAIL);
        });

    assertThat(holderOf(MAIL)).contains(ADA);
  }

  @Test
  void who_had_an_address_before_there_were_claims_holds_it() {
    store.put(ADA, MAIL);
    listed.addAll(List.of(EVE, ADA));

    assertTaken(() -> staffSet(EVE, MAIL));
    assertThat(holderOf(MAIL)).contains(ADA);
    assertTaken(() -> set(later(), wish(EVE, MAIL, true)));
    assertThat(store).isEqualTo(Map.of(ADA, MAIL));
  }

  @Test
  void who_had_an_address_before_there_were_claims_keeps_it_by_sending_it_again() {
    store.put(EVE, MAIL);
    store.put(ADA, MAIL);
    listed.addAll(List.of(EVE, ADA));

    staffSet(ADA, MAIL);

    assertThat(holderOf(MAIL)).contains(ADA);
  }

  @Test
  void a_list_that_is_out_of_date_gives_nobody_an_address() {
    store.put(ADA, "new@example.org");
    listed.add(ADA);

    staffSet(EVE, MAIL);

    assertThat(holderOf(MAIL)).contains(EVE);
  }

  @Test
  void all_addresses_of_a_customer_can_be_freed() {
    staffSet(ADA, MAIL);
    emails.release(ADA);

    assertThat(holderOf(MAIL)).isEmpty();
  }

  @Test
  void of_fifty_at_once_one_gets_the_address() throws Exception {
    List<Callable<Boolean>> attempts =
        IntStream.range(0, 50)
            .mapToObj(i -> new CustomerId("customer-" + i))
            .<Callable<Boolean>>map(customer -> () -> isSet(customer))
            .toList();
    long done;
    try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      done = crowd.invokeAll(attempts).stream().filter(Future::resultNow).count();
    }
    assertThat(done).isEqualTo(1);
    assertThat(store).hasSize(1);
    assertThat(holderOf(MAIL)).contains(store.keySet().iterator().next());
  }

  private boolean isSet(CustomerId customer) {
    try {
      staffSet(customer, MAIL);
      return true;
    } catch (Rejected e) {
      return false;
    }
  }
}
