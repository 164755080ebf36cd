package io.cornershop.customers.erasure;

import static io.cornershop.customers.CustomerFixtures.ADA;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.bootstrap.Domains;
import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.claims.EmailKeys;
import io.cornershop.customers.claims.InMemoryEmailClaims;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.erasure.Erasures.Erased;
import io.cornershop.customers.erasure.Erasures.Result;
import io.cornershop.eventing.commands.AggregateLoader;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.InMemorySubjectKeys;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.eventing.store.InMemoryEventStore;
import io.cornershop.eventing.store.StoreLimits;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Many erasures at once, as after the restore of a backup. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasuresTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-08T12:00:00Z"), ZoneOffset.UTC);
  private static final CustomerId BOB = new CustomerId("bob");
  private static final CustomerId NOBODY = new CustomerId("nobody");
  private static final CommandContext CONTEXT = context("erase");

  private final EncryptingCodec codec =
      new EncryptingCodec(new InMemorySubjectKeys(), new MasterKeys(SECRET, List.of()));
  private final EventJson json = new EventJson(TYPES, codec, Domains.upcasters());
  private final InMemoryEventStore store = new InMemoryEventStore(StoreLimits.USUAL, NOON);
  private final CommandHandler commands =
      new CommandHandler(
          Domains.all(),
          store,
          new AggregateLoader(store, json),
          new Envelopes(TYPES, json, codec, NOON),
          commit -> {});
  private final UniqueEmails emails =
      new UniqueEmails(
          new InMemoryEmailClaims(),
          new EmailKeys(SECRET),
          customer -> Optional.empty(),
          email -> List.of(),
          NOON);
  private final Erasures erasures = new Erasures(commands, new Erasure(emails, codec, TYPES), NOON);
  private final List<CustomerId> written = new ArrayList<>();

  private static CommandContext context(String key) {
    return CommandContext.of(
        CommandId.of("test", key), EventMetadata.of("correlation", key, "olga", "api"));
  }

  @BeforeEach
  void register() {
    for (CustomerId customer : List.of(ADA, BOB)) {
      commands.handle(
          new RegisterCustomer(
              customer, "A Name", customer + "@example.org", Optional.empty(), NOON.instant()),
          context("register " + customer));
    }
  }

  private List<String> eventsOf(CustomerId customer) {
    return store.read(new StreamId("Customer", customer.value()), 1, 100).stream()
        .flatMap(commit -> commit.events().stream())
        .map(event -> event.type().name())
        .toList();
  }

  private boolean isForgotten(CustomerId customer) {
    return codec.protect(customer.value(), "A Name").equals("[erased]");
  }

  @Test
  void each_is_erased_and_whom_nobody_knows_is_named() {
    List<Erased> done = erasures.erase(List.of(ADA, NOBODY, BOB), CONTEXT, written::add);

    assertThat(done)
        .containsExactly(
            new Erased(ADA, Result.ERASED),
            new Erased(NOBODY, Result.UNKNOWN),
            new Erased(BOB, Result.ERASED));
    assertThat(written).containsExactly(ADA, NOBODY, BOB);
    assertThat(eventsOf(ADA)).containsExactly("CustomerRegistered", "CustomerErased");
    assertThat(eventsOf(BOB)).containsExactly("CustomerRegistered", "CustomerErased");
    assertThat(isForgotten(ADA)).isTrue();
    assertThat(isForgotten(BOB)).isTrue();
  }

  @Test
  void an_erasure_that_died_between_event_and_key_is_completed() {
    commands.handle(new ErasePersonalData(ADA, NOON.instant()), context("alone"));
    assertThat(isForgotten(ADA)).isFalse();

    assertThat(erasures.erase(List.of(ADA), CONTEXT, written::add))
        .containsExactly(new Erased(ADA, Result.ERASED));

    assertThat(isForgotten(ADA)).isTrue();
    assertThat(eventsOf(ADA)).containsExactly("CustomerRegistered", "CustomerErased");
  }

  @Test
  void whom_nobody_knows_may_still_come_and_be_known() {
    erasures.erase(List.of(NOBODY), CONTEXT, written::add);

    assertThat(isForgotten(NOBODY)).isFalse();
  }

  @Test
  void once_more_changes_nothing_by_the_same_request_and_by_another() {
    List<Erased> first = erasures.erase(List.of(ADA), CONTEXT, written::add);

    assertThat(erasures.erase(List.of(ADA), CONTEXT, written::add)).isEqualTo(first);
    assertThat(erasures.erase(List.of(ADA), context("another"), written::add)).isEqualTo(first);
    assertThat(eventsOf(ADA)).containsExactly("CustomerRegistered", "CustomerErased");
  }

  @Test
  void what_could_not_be_written_down_is_not_done_and_the_answer_says_how_far_it_came() {
    assertThatThrownBy(() -> erasures.erase(List.of(ADA, BOB), CONTEXT, ErasuresTest::failingAtBob))
        .isInstanceOf(Unavailable.class)
        .hasMessage("1 of 2 customers are done: repeat the same request");

    assertThat(eventsOf(ADA)).containsExactly("CustomerRegistered", "CustomerErased");
    assertThat(eventsOf(BOB)).containsExactly("CustomerRegistered");
  }

  private static void failingAtBob(CustomerId customer) {
    if (customer.equals(BOB)) {
      throw new Unavailable("The audit log does not answer", Duration.ofSeconds(1), null);
    }
  }
}
