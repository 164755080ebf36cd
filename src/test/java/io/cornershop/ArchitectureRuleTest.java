package io.cornershop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The rules of {@link ArchitectureTest} on a small shop with planted violations. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureRuleTest {

  private static final String PLANTED = "io.cornershop.archfixtures";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(PLANTED);

  private static final Architecture ARCHITECTURE = new Architecture(PLANTED, CLASSES);

  @Test
  void finds_every_planted_violation_and_nothing_else() {
    assertThat(CLASSES.stream().flatMap(type -> ARCHITECTURE.violationsOf(type).stream()))
        .map(sentence -> sentence.replace(PLANTED + ".", ""))
        .containsExactlyInAnyOrder(
            "carts.api.KnowsKafka may not know org.apache.kafka.clients.producer.KafkaProducer",
            "carts.api.KnowsTheDecider may not know carts.domain.CartRules",
            "carts.domain.KnowsTheDatabase may not know com.mongodb.client.MongoClient",
            "carts.domain.KnowsTheFramework may not know"
                + " jakarta.enterprise.context.ApplicationScoped",
            "carts.views.KnowsAForeignView may not know orders.views.OrderRow",
            "carts.views.ReachesTheOutside may not know unlisted.gateway.Detour",
            "eventing.events.ClosesACycle may not know eventing.store.OpensACycle",
            "eventing.events.KnowsABusinessWord may not know orders.OrderWord",
            "eventing.store.KnowsALibraryWithoutAHome may not know org.slf4j.Logger",
            "eventing.store.KnowsHttp may not know jakarta.ws.rs.core.Response",
            "eventing.projections.FoldsByDetour may not know rest.KnowsGateway",
            "orders.KnowsAnotherContract may not know carts.CartWord",
            "orders.domain.KnowsAnotherDomain may not know carts.CartWord",
            "orders.views.KnowsCommands may not know eventing.commands.Handler",
            "rest.KnowsGateway may not know unlisted.gateway.Detour",
            "rest.KnowsBootstrap may not know bootstrap.Wiring");
  }

  @Test
  void finds_a_package_without_a_row() {
    assertThat(ARCHITECTURE.unlistedPackages())
        .containsExactlyInAnyOrder(PLANTED + ".unlisted", PLANTED + ".unlisted.gateway");
  }

  @Test
  void finds_a_row_without_a_package() {
    assertThat(ARCHITECTURE.emptyRows())
        .contains("inventory.domain")
        .doesNotContain("carts.domain");
  }

  @Test
  void finds_a_cycle_in_the_engine() {
    assertViolated(slices().matching(PLANTED + ".eventing.(*)..").should().beFreeOfCycles());
  }

  @Test
  void finds_a_view_that_reaches_the_outside_world() {
    assertThat(
            OutsideWorld.unreachableFromFolds(PLANTED)
                .evaluate(CLASSES)
                .getFailureReport()
                .getDetails())
        .map(sentence -> sentence.replace(PLANTED + ".", "").split(">")[0])
        .containsExactlyInAnyOrder(
            "Class <carts.views.ReachesTheOutside",
            "Class <orders.views.KnowsCommands",
            "Class <eventing.projections.FoldsByDetour");
  }

  @Test
  void finds_forbidden_words_and_leaves_others_alone() {
    assertThat(CLASSES.that(JavaClass.Predicates.resideInAPackage("..names..")))
        .filteredOn(TypeNames::isForbidden)
        .map(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(
            "OrderManager",
            "DefaultPrices",
            "CartImpl",
            "CustomerData",
            "JsonUtils",
            "OrderCreatedEvent");
    assertViolated(classes().should(TypeNames.beFreeOfForbiddenWords()));
  }

  private static void assertViolated(ArchRule rule) {
    assertThat(rule.evaluate(CLASSES).hasViolation()).isTrue();
  }
}
