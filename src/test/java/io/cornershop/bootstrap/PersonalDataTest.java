package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.catalogue.ProductEvent;
import io.cornershop.eventing.events.EventJson;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.kernel.DataSubject;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.PersonalData;
import io.cornershop.orders.OrderFixtures;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shop knows about people is marked as such before it is stored for ever. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataTest {

  private static final String TELLS_OF_A_PERSON =
      "name|firstName|lastName|email|phone|line[0-9]*|street|city|postalCode|recipient";
  private static final EventJson SHOUTING = new EventJson(TYPES, new Marking(), List.of());

  /** Wraps what passes, so that what does not pass can be told. */
  private static final class Marking implements PersonalDataCodec {

    @Override
    public String protect(String subject, String value) {
      return "secret of " + subject;
    }

    @Override
    public String reveal(String subject, String stored) {
      return stored;
    }
  }

  static Stream<Class<? extends DomainEvent>> events() {
    return TYPES.all().stream().map(Registered::javaType);
  }

  static Stream<DomainEvent> samples() {
    return EventSamples.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_text_that_tells_of_a_person_is_marked(Class<? extends DomainEvent> event) {
    if (!ProductEvent.class.isAssignableFrom(event)) {
      assertThat(components(event).filter(c -> c.getName().matches(TELLS_OF_A_PERSON)))
          .allMatch(component -> component.isAnnotationPresent(PersonalData.class));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_with_personal_data_names_its_subject(Class<? extends DomainEvent> event) {
    boolean personal = components(event).anyMatch(c -> c.isAnnotationPresent(PersonalData.class));
    long subjects =
        Arrays.stream(event.getRecordComponents())
            .filter(component -> component.isAnnotationPresent(DataSubject.class))
            .count();
    assertThat(subjects).isEqualTo(personal ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothing_about_ada_is_stored_in_the_clear(DomainEvent sample) {
    assertThat(SHOUTING.encode(sample))
        .doesNotContain("Ada ", "@example.org", "+49", "Main Street", "2nd floor", "Berlin");
  }

  @Test
  void the_subject_is_the_customer() {
    assertThat(SHOUTING.encode(OrderFixtures.CREATED))
        .contains("\"line1\":\"secret of customer-ada\"");
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component -> {
              Class<?> held = held(component.getGenericType());
              return held.isRecord()
                  ? Stream.concat(Stream.of(component), components(held))
                  : Stream.of(component);
            });
  }

  private static Class<?> held(Type type) {
    Type inner = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type;
    return inner instanceof Class<?> c ? c : Object.class;
  }
}
