package io.cornershop.customers.erasure;

import static io.cornershop.customers.CustomerFixtures.ADA;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.claims.EmailKeys;
import io.cornershop.customers.claims.InMemoryEmailClaims;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.claims.UniqueEmails.Wish;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.InMemorySubjectKeys;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.eventing.privacy.SubjectKeys;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An erasure is durable as an event before anything of it is done. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasureTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String MAIL = "ada@example.org";
  private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final EventEnvelope ERASED =
      new EventEnvelope(
          new UUID(0, 1),
          TYPES.of(CustomerErased.class).type(),
          new StreamId("Customer", ADA.value()),
          2,
          NOON,
          "{}",
          EventMetadata.of("c", "c", "u", "cornershop"),
          OptionalLong.empty());

  private final InMemorySubjectKeys keys = new InMemorySubjectKeys();
  private final EmailKeys emailKeys = new EmailKeys(SECRET);
  private final InMemoryEmailClaims claims = new InMemoryEmailClaims();

  private EncryptingCodec node() {
    return node(keys);
  }

  private static EncryptingCodec node(SubjectKeys keys) {
    return new EncryptingCodec(keys, new MasterKeys(SECRET, List.of()));
  }

  private UniqueEmails emails() {
    return new UniqueEmails(
        claims,
        emailKeys,
        customer -> Optional.empty(),
        email -> List.of(),
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Erasure erasure() {
    return new Erasure(emails(), node(), TYPES);
  }

  private String stored() {
    emails().claimed(new Wish(ADA, MAIL, new CommandId("c"), true), () -> "registered");
    return node().protect(ADA.value(), "Ada Example");
  }

  @Test
  void whose_request_died_behind_the_event_is_done_by_the_event() {
    String stored = stored();
    assertThat(node().reveal(ADA.value(), stored)).isEqualTo("Ada Example");

    erasure().handle(ERASED);

    assertThat(node().reveal(ADA.value(), stored)).isEqualTo("[erased]");
    assertThat(claims.find(emailKeys.of(MAIL))).isEmpty();
  }

  @Test
  void that_died_behind_the_key_is_completed_by_the_event() {
    String stored = stored();
    node().forget(ADA.value());
    assertThat(claims.find(emailKeys.of(MAIL))).isPresent();

    erasure().handle(ERASED);

    assertThat(node().reveal(ADA.value(), stored)).isEqualTo("[erased]");
    assertThat(claims.find(emailKeys.of(MAIL))).isEmpty();
  }

  @Test
  void can_be_told_any_number_of_times() {
    String stored = stored();
    erasure().handle(ERASED);
    erasure().handle(ERASED);

    assertThat(node().reveal(ADA.value(), stored)).isEqualTo("[erased]");
    assertThat(node().protect(ADA.value(), "Ada Example")).isEqualTo("[erased]");
  }

  /** What an older backup has is a key, and no event. */
  @Test
  void is_done_again_on_a_database_that_was_restored_from_before() {
    String stored = stored();
    InMemorySubjectKeys backup = new InMemorySubjectKeys();
    SubjectKeys.Entry.Wrapped key =
        (SubjectKeys.Entry.Wrapped) keys.find(ADA.value()).orElseThrow();
    backup.add(ADA.value(), key.text());
    erasure().handle(ERASED);
    assertThat(node(backup).reveal(ADA.value(), stored)).isEqualTo("Ada Example");

    new Erasure(emails(), node(backup), TYPES).forget(ADA);

    assertThat(node(backup).reveal(ADA.value(), stored)).isEqualTo("[erased]");
  }
}
