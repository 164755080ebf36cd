package io.cornershop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.cornershop.testing.ProductClasses;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {

  static final String ROOT = ProductClasses.ROOT;

  private static final JavaClasses CLASSES = ProductClasses.ALL;

  private static final Architecture ARCHITECTURE = new Architecture(ROOT, CLASSES);

  static Set<String> rows() {
    return Architecture.ROWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_package_knows_only_what_its_row_allows(String row) {
    assertThat(CLASSES)
        .filteredOn(type -> ARCHITECTURE.rowOf(type).filter(row::equals).isPresent())
        .flatMap(ARCHITECTURE::violationsOf)
        .isEmpty();
  }

  @Test
  void every_package_has_a_row() {
    assertThat(ARCHITECTURE.unlistedPackages()).isEmpty();
  }

  @Test
  void every_package_that_a_row_names_exists() {
    assertThat(ARCHITECTURE.emptyRows()).isEmpty();
  }

  @Test
  void every_technology_has_its_homes_among_the_rows() {
    assertThat(Technology.homeless()).isEmpty();
  }

  @Test
  void the_engine_has_no_cycles() {
    slices().matching(ROOT + ".eventing.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothing_knows_bootstrap_or_the_launcher() {
    for (String last : Set.of("bootstrap", "launcher")) {
      noClasses()
          .that(resideOutsideOfPackages(ROOT + "." + last + ".."))
          .should()
          .dependOnClassesThat(resideInAnyPackage(ROOT + "." + last + ".."))
          .check(CLASSES);
    }
  }

  @Test
  void only_the_publishers_hand_events_and_letters_to_kafka_and_only_the_forwarder_wake_ups() {
    Set<String> producing = Set.of(Producer.class.getName(), KafkaProducer.class.getName());

    assertThat(CLASSES)
        .filteredOn(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(known -> producing.contains(known.getTargetClass().getName())))
        .extracting(type -> type.getSimpleName())
        .containsExactlyInAnyOrder(
            "KafkaConnection", "Publication", "WakeUpForwarder", "LetterPublisher");
    assertThat(CLASSES.get(ROOT + ".eventing.publishing.Publication").getConstructorCallsToSelf())
        .extracting(call -> call.getOriginOwner().getSimpleName())
        .containsExactly("EventPublisher");
  }

  @Test
  void what_replays_and_rebuilds_cannot_reach_the_outside_world() {
    OutsideWorld.unreachableFromFolds(ROOT).allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void type_names_are_business_words() {
    classes().should(TypeNames.beFreeOfForbiddenWords()).check(CLASSES);
  }
}
