package io.cornershop.customers.views;

import io.cornershop.eventing.projections.InstantColumn;
import jakarta.nosql.Column;
import jakarta.nosql.Convert;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What the shop knows about a customer.
 *
 * @param emailKey the address as it is looked up, whatever the case in which it was written
 * @param erasedAt when the personal data was erased; the texts are {@code [erased]} then
 * @param sequence of the customer that the row includes
 */
@Entity(CustomerProfileProjection.NAME)
public record CustomerProfile(
    @Id String customerId,
    @Column String name,
    @Column String email,
    @Column String emailKey,
    @Column Optional<String> phone,
    @Column @Convert(InstantColumn.class) Instant registeredAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> lastLoginAt,
    @Column @Convert(InstantColumn.class) Optional<Instant> erasedAt,
    @Column long sequence) {

  /** What stands for a text about a person that is forgotten. */
  private static final String ERASED = "[erased]";

  /** The form in which an address is looked up. */
  public static String keyOf(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  CustomerProfile with(
      String newName, String newEmail, Optional<String> newPhone, long newSequence) {
    return new CustomerProfile(
        customerId,
        newName,
        newEmail,
        keyOf(newEmail),
        newPhone,
        registeredAt,
        lastLoginAt,
        erasedAt,
        newSequence);
  }

  CustomerProfile seen(Optional<Instant> loginAt, long newSequence) {
    return new CustomerProfile(
        customerId, name, email, emailKey, phone, registeredAt, loginAt, erasedAt, newSequence);
  }

  /** Nothing about the person is left; when it came and went tells nothing without it. */
  CustomerProfile erased(Instant at, long newSequence) {
    return new CustomerProfile(
        customerId,
        ERASED,
        ERASED,
        ERASED,
        Optional.empty(),
        registeredAt,
        lastLoginAt,
        Optional.of(at),
        newSequence);
  }
}
