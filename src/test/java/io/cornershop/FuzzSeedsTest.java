package io.cornershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Repeats the committed seeds of every fuzz test in each build, as plain calls: only the search for
 * more needs the fuzzer with its agent.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzSeedsTest {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String SUFFIX = "Inputs";

  @TestFactory
  List<DynamicTest> each_seed_is_still_no_finding() throws IOException {
    List<DynamicTest> tests;
    try (Stream<Path> folders = Files.walk(RESOURCES)) {
      tests =
          folders
              .filter(folder -> folder.toString().endsWith("FuzzTest" + SUFFIX))
              .flatMap(folder -> targets(folder).flatMap(method -> seeds(folder, method)))
              .toList();
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests;
  }

  private static Stream<Method> targets(Path folder) {
    String name = RESOURCES.relativize(folder).toString().replace('/', '.');
    try {
      Class<?> type = Class.forName(name.substring(0, name.length() - SUFFIX.length()));
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(FuzzTest.class));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Seeds without a test: " + folder, e);
    }
  }

  private static Stream<DynamicTest> seeds(Path folder, Method target) {
    try (Stream<Path> files = Files.list(folder.resolve(target.getName()))) {
      return Stream.concat(
          Stream.of(DynamicTest.dynamicTest(target.getName(), () -> call(target, new byte[0]))),
          files.toList().stream()
              .map(
                  seed ->
                      DynamicTest.dynamicTest(
                          target.getName() + " " + seed.getFileName(),
                          () -> call(target, Files.readAllBytes(seed)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void call(Method target, byte[] seed) throws ReflectiveOperationException {
    Constructor<?> constructor = target.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    target.setAccessible(true);
    target.invoke(constructor.newInstance(), (Object) seed);
  }
}
