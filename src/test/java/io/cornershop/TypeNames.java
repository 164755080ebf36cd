package io.cornershop;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** The words that say nothing about a type and are therefore not used to name one. */
final class TypeNames {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "^(Default|Abstract|Base)(?![a-z]).*"
              + "|.*(Impl|Manager|Helper|Utils?|Processor|Dto)(?![a-z]).*"
              + "|.*(Data|Info)$");

  /** The law's own term. */
  private static final String TERM = "PersonalData";

  private static final Pattern SUFFIX_OF_A_RECORD = Pattern.compile(".+(Command|Event)$");

  private TypeNames() {}

  static ArchCondition<JavaClass> beFreeOfForbiddenWords() {
    return new ArchCondition<>("have a name without forbidden words") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (isForbidden(type)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " has a forbidden name"));
        }
      }
    };
  }

  static boolean isForbidden(JavaClass type) {
    String name = type.getSimpleName().replace(TERM, "");
    return FORBIDDEN.matcher(name).matches()
        || type.isRecord() && SUFFIX_OF_A_RECORD.matcher(name).matches();
  }
}
