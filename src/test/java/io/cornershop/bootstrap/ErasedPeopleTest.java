package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.carts.CartFixtures;
import io.cornershop.customers.CustomerFixtures;
import io.cornershop.customers.claims.EmailClaim;
import io.cornershop.customers.claims.EmailKeys;
import io.cornershop.customers.claims.InMemoryEmailClaims;
import io.cornershop.customers.claims.UniqueEmails;
import io.cornershop.customers.claims.UniqueEmails.Wish;
import io.cornershop.customers.erasure.Erasure;
import io.cornershop.customers.views.CustomerProfile;
import io.cornershop.customers.views.CustomerProfileProjection;
import io.cornershop.eventing.commands.Envelopes;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.InMemorySubjectKeys;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.eventing.store.StreamHead;
import io.cornershop.json.Json;
import io.cornershop.kernel.Address;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.orders.OrderEvent.OrderCreated;
import io.cornershop.orders.OrderFixtures;
import io.cornershop.testing.WholeShop;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of people who want to be forgotten: events that can be read, and tell nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ErasedPeopleTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-09T09:00:00Z"), ZoneOffset.UTC);
  private static final EventJson PLAIN = WholeShop.JSON;
  private static final String[] TELLING = {
    "Ada ", "@example.org", "+49", "Main Street", "2nd floor", "Berlin", "10115"
  };

  private final EncryptingCodec codec =
      new EncryptingCodec(new InMemorySubjectKeys(), new MasterKeys(SECRET, List.of()));
  private final EventJson json = new EventJson(TYPES, codec, Domains.upcasters());
  private final InMemoryEmailClaims claims = new InMemoryEmailClaims();
  private final EmailKeys keys = new EmailKeys(SECRET);
  private final UniqueEmails emails =
      new UniqueEmails(claims, keys, customer -> Optional.empty(), email -> List.of(), CLOCK);
  private final Erasure erasure = new Erasure(emails, codec, TYPES);

  static Stream<DomainEvent> samples() {
    return EventSamples.all();
  }

  private EventEnvelope stored(EventJson by, PersonalDataCodec with, DomainEvent event) {
    StreamHead head = StreamHead.empty(new StreamId("Customer", CustomerFixtures.ADA.value()));
    EventMetadata metadata = EventMetadata.of("c", "c", "u", "cornershop");
    return new Envelopes(TYPES, by, with, CLOCK)
        .wrap(List.of(event), head, CommandContext.of(new CommandId("c"), metadata))
        .getFirst();
  }

  private EventEnvelope stored(DomainEvent event) {
    return stored(json, codec, event);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_event_is_stored_without_a_word_about_people_and_read_with_it(DomainEvent sample) {
    EventEnvelope stored = stored(sample);

    assertThat(stored.data()).doesNotContain(TELLING);
    assertThat(json.decode(stored)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void who_may_not_see_people_can_still_read_every_event(DomainEvent sample) {
    DomainEvent read = json.sealed().decode(stored(sample));

    assertThat(read).hasSameClassAs(sample);
    assertThat(Json.TOLERANT.writeValueAsString(read)).doesNotContain(TELLING);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_event_of_an_erased_person_can_still_be_read(DomainEvent sample) {
    EventEnvelope stored = stored(sample);
    Stream.of(CustomerFixtures.ADA, CartFixtures.CHECKED_OUT.customerId(), customerOfOrders())
        .forEach(erasure::forget);

    DomainEvent left = json.decode(stored);

    assertThat(left).isInstanceOf(sample.getClass());
    assertThat(PLAIN.encode(left)).doesNotContain(TELLING);
  }

  private static CustomerId customerOfOrders() {
    return OrderFixtures.CREATED.customerId();
  }

  @Test
  void an_order_keeps_everything_but_who_and_where() {
    OrderCreated before = OrderFixtures.CREATED;
    EventEnvelope stored = stored(before);
    erasure.forget(before.customerId());

    Optional<String> line2 = before.shippingAddress().line2().map(line -> "[erased]");
    Address nowhere =
        new Address(
            "[erased]",
            "[erased]",
            line2,
            "[erased]",
            "[erased]",
            before.shippingAddress().country());
    assertThat(json.decode(stored))
        .isEqualTo(
            new OrderCreated(
                before.orderId(),
                before.cartId(),
                before.customerId(),
                before.totalAmount(),
                before.items(),
                before.paymentMethod(),
                nowhere,
                before.status(),
                before.createdAt()));
    assertThat(nowhere.flaws()).isEmpty();
  }

  @Test
  void events_from_before_stay_readable() {
    EventEnvelope old = stored(PLAIN, PersonalDataCodec.PLAIN, CustomerFixtures.REGISTERED);

    assertThat(json.decode(old)).isEqualTo(CustomerFixtures.REGISTERED);
  }

  @Test
  void the_view_is_the_same_whether_it_saw_the_person_or_is_rebuilt_later() {
    List<EventEnvelope> events =
        Stream.of(CustomerFixtures.REGISTERED, CustomerFixtures.UPDATED, CustomerFixtures.ERASED)
            .map(this::stored)
            .toList();
    Optional<CustomerProfile> seen = row(events);
    erasure.handle(events.getLast());

    assertThat(row(events)).isEqualTo(seen);
    assertThat(seen.toString()).doesNotContain(TELLING);
  }

  private Optional<CustomerProfile> row(List<EventEnvelope> events) {
    CustomerProfileProjection projection = new CustomerProfileProjection();
    Optional<CustomerProfile> row = Optional.empty();
    for (EventEnvelope event : events) {
      row = Optional.of(projection.apply(row, json.decode(event), event));
    }
    return row;
  }

  @Test
  void the_address_is_free_again() {
    CustomerId ada = CustomerFixtures.ADA;
    emails.claimed(
        new Wish(ada, "ada@example.org", new CommandId("register"), true), () -> "registered");
    assertThat(claims.find(keys.of("ada@example.org")).map(EmailClaim::customer)).contains(ada);

    erasure.handle(stored(CustomerFixtures.ERASED));

    assertThat(claims.find(keys.of("ada@example.org"))).isEmpty();
  }
}
