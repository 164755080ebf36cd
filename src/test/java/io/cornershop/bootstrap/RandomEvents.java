package io.cornershop.bootstrap;

import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.Identifier;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.OneLine;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any events, made of their records; the same seed makes the same ones. */
final class RandomEvents {

  private static final String LETTERS = "abcXYZ019._-";
  private static final List<String> WORDS =
      List.of("", "a", "Zoë", "\"\\/", "tab\tline\n", "\u0000", "\ud83d\ude00", "漢字", " ", "null");

  private final Random random;
  private final int largest;

  private RandomEvents(long seed, int largest) {
    this.random = new Random(seed);
    this.largest = largest;
  }

  /** Events with numbers of the whole range of their types. */
  static RandomEvents ofAnySize(long seed) {
    return new RandomEvents(seed, Integer.MAX_VALUE);
  }

  /** Events with numbers of which many can be multiplied and added up. */
  static RandomEvents ofModestSize(long seed) {
    return new RandomEvents(seed, 10_000);
  }

  /** An event of this type. */
  <E extends DomainEvent> E event(Class<E> type) {
    return type.cast(record(type));
  }

  /** A number from 0 to {@code bound}, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(this::component).toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object component(RecordComponent component) {
    OneLine line = component.getAnnotation(OneLine.class);
    return line == null
        ? value(component.getGenericType())
        : letters(1 + random.nextInt(line.maxLength()));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType().equals(Optional.class)
          ? Optional.of(inner).filter(some -> random.nextBoolean()).map(this::value)
          : Stream.generate(() -> value(inner)).limit(random.nextInt(4)).toList();
    }
    return value((Class<?>) type);
  }

  private Object value(Class<?> type) {
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (Identifier.class.isAssignableFrom(type)) {
      return identifier(type);
    }
    return switch (type.getName()) {
      case "java.lang.String" -> text();
      case "int" -> number();
      case "long" -> (long) number() * number();
      case "boolean" -> random.nextBoolean();
      case "java.util.OptionalInt" -> OptionalInt.of(number());
      case "java.time.Instant" -> Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
      case "io.cornershop.kernel.Money" -> money();
      default -> record(type);
    };
  }

  private int number() {
    return random.nextInt(-largest, largest);
  }

  private Object identifier(Class<?> type) {
    try {
      return type.getConstructor(String.class).newInstance("x" + letters(random.nextInt(64)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Money money() {
    long cents = random.nextLong(1_000_000_000_000L);
    String amount = "%d.%02d".formatted(cents / 100, cents % 100);
    return Money.of(amount, random.nextBoolean() ? "EUR" : "USD");
  }

  private String text() {
    return String.join(
        "",
        IntStream.range(0, random.nextInt(5))
            .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
            .toList());
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
