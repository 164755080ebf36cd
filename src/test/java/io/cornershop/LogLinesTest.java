package io.cornershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.cornershop.kernel.LogField;
import io.cornershop.testing.ProductClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be said of all lines of the log by looking at the code that writes them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogLinesTest {

  private static final String LAUNCHER = ProductClasses.ROOT + ".launcher";

  @Test
  void no_logger_is_handed_a_failure_or_an_object_whose_text_it_would_take_as_it_is() {
    Set<String> takenWhole = Set.of("java.lang.Throwable", "java.lang.Object");

    assertThat(callsOf("java.lang.System$Logger"))
        .filteredOn(
            call ->
                call.getTarget().getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .anyMatch(takenWhole::contains))
        .extracting(JavaMethodCall::getDescription)
        .isEmpty();
  }

  @Test
  void nothing_is_printed_past_the_log() {
    assertThat(
            Stream.of("java.io.PrintStream", "java.lang.Throwable").flatMap(LogLinesTest::callsOf))
        .filteredOn(call -> call.getName().matches("print.*"))
        .filteredOn(call -> !call.getOriginOwner().getPackageName().startsWith(LAUNCHER))
        .isEmpty();
  }

  @Test
  void every_line_is_written_by_the_logger_of_the_platform() {
    assertThat(callsOf("java.util.logging.Logger"))
        .filteredOn(call -> call.getName().matches("log.*|severe|warning|info|fine.*|config"))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(LogField.class)
  void the_image_writes_each_field_by_its_own_name_and_the_operations_page_tells_it(LogField field)
      throws IOException {
    assertThat(Files.readString(Path.of("liberty", "Dockerfile")))
        .containsPattern("[=,]ext_%1$s:%1$s[,\\s]".formatted(field.key()));
    assertThat(Files.readString(Path.of("docs", "operations.md")))
        .contains("| `%s` |".formatted(field.key()));
  }

  private static Stream<JavaMethodCall> callsOf(String owner) {
    return ProductClasses.ALL.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> call.getTargetOwner().getName().equals(owner));
  }
}
