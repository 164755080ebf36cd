package io.cornershop.eventing.projections;

import jakarta.nosql.AttributeConverter;
import java.time.Instant;
import java.util.Date;

/**
 * Keeps an {@link Instant} as a date of the database, in milliseconds, so that it sorts and
 * compares. Stateless.
 */
public final class InstantColumn implements AttributeConverter<Instant, Date> {

  @Override
  public Date convertToDatabaseColumn(Instant instant) {
    return Date.from(instant);
  }

  @Override
  public Instant convertToEntityAttribute(Date stored) {
    return stored.toInstant();
  }
}
