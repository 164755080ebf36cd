package io.cornershop.eventing.projections;

import io.cornershop.kernel.Money;
import jakarta.nosql.AttributeConverter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jnosql.communication.semistructured.Element;

/**
 * Keeps {@link Money} as {@code {minorUnits: 1010, currency: "EUR"}}: exact, and a number that the
 * database can sort by and add up. Stateless.
 */
public final class MoneyColumn implements AttributeConverter<Money, Object> {

  private static final String MINOR_UNITS = "minorUnits";
  private static final String CURRENCY = "currency";

  @Override
  public Object convertToDatabaseColumn(Money money) {
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put(MINOR_UNITS, money.minorUnits());
    stored.put(CURRENCY, money.currency().getCurrencyCode());
    return stored;
  }

  /** Reads the driver's form, a map, and that of the repositories, a list of elements. */
  @Override
  public Money convertToEntityAttribute(Object stored) {
    Map<?, ?> fields = stored instanceof Map<?, ?> map ? map : fieldsOf((Iterable<?>) stored);
    long minorUnits = ((Number) fields.get(MINOR_UNITS)).longValue();
    return new Money(minorUnits, Currency.getInstance((String) fields.get(CURRENCY)));
  }

  private static Map<String, Object> fieldsOf(Iterable<?> elements) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Object element : elements) {
      fields.put(((Element) element).name(), ((Element) element).get());
    }
    return fields;
  }
}
