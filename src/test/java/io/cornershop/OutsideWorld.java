package io.cornershop;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Replay and rebuild never send a mail, charge a card or publish. So the code that folds events,
 * into states or into rows, must not reach a gateway, the publisher, or what takes commands,
 * however many steps away. What could not be seen in the code is refused when it runs: {@link
 * io.cornershop.kernel.ReplayFirewall}.
 */
final class OutsideWorld {

  private OutsideWorld() {}

  static ArchRule unreachableFromFolds(String root) {
    return noClasses()
        .that(
            resideInAnyPackage(
                root + ".*.domain..",
                root + ".*.views..",
                root + ".reporting..",
                root + ".eventing.projections.."))
        .should()
        .transitivelyDependOnClassesThat(
            resideInAnyPackage(
                    root + ".*.gateway..",
                    root + ".eventing.publishing..",
                    root + ".eventing.commands..",
                    root + ".eventing.sagas..")
                .or(sendsMessages(root + ".notifications")));
  }

  /** All that knows how messages go out: not what can happen, and not whom to tell. */
  private static DescribedPredicate<JavaClass> sendsMessages(String notifications) {
    return resideInAnyPackage(notifications + ".*..")
        .and(
            not(
                resideInAnyPackage(
                    notifications + ".domain..",
                    notifications + ".views..",
                    notifications + ".recipients..")));
  }
}
