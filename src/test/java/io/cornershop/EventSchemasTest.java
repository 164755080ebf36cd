package io.cornershop;

import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes.Registered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema of each event type and version lies in a file, which is released with it. A change of
 * an event that others could stumble over fails here, whoever wants to write the files anew.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventSchemasTest {

  private static final Path FILES = Path.of("src", "main", "resources", "schemas");

  static Stream<Registered> types() {
    return TYPES.all().stream();
  }

  @BeforeAll
  static void write_the_files_anew_when_asked_to() throws IOException {
    if (Boolean.getBoolean("cornershop.docs.write")) {
      Files.createDirectories(FILES);
      for (Registered event : TYPES.all()) {
        requireCompatible(event);
        Files.writeString(fileOf(event.type()), present(event));
      }
    }
  }

  private static String present(Registered event) {
    return EventSchemaGenerator.fileOf(EventSchemaGenerator.schemaOf(event));
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_released_version_stays_as_it_is_but_for_optional_fields(Registered event)
      throws IOException {
    requireCompatible(event);
    assertThat(fileOf(event.type()))
        .as("The schema; write it anew with -Dcornershop.docs.write=true")
        .content()
        .isEqualTo(present(event));
  }

  private static void requireCompatible(Registered event) throws IOException {
    Path file = fileOf(event.type());
    if (Files.exists(file)) {
      JsonNode released = JsonMapper.shared().readTree(Files.readString(file));
      requireCompatible(event.type(), released, EventSchemaGenerator.schemaOf(event));
    }
  }

  private static void requireCompatible(EventType type, JsonNode released, JsonNode present) {
    List<String> findings = SchemaCompatibility.findings(released, present);
    if (!findings.isEmpty()) {
      fail(
          """
          %s is released and must not change like this:
            %s
          Leave its file alone. Give the event version %d in @WireName, write an Upcaster from %s, \
          and add the golden file and the schema of version %d.\
          """
              .formatted(
                  type,
                  String.join("\n  ", findings),
                  type.version() + 1,
                  type,
                  type.version() + 1));
    }
  }

  @Test
  void every_version_that_was_ever_released_has_its_schema_and_nothing_else_has() {
    List<String> expected =
        types()
            .flatMap(event -> versions(event.type()))
            .map(type -> fileOf(type))
            .map(FILES::relativize)
            .map(Path::toString)
            .sorted()
            .toList();

    assertThat(files()).isEqualTo(expected);
  }

  private static Stream<EventType> versions(EventType present) {
    return IntStream.rangeClosed(1, present.version())
        .mapToObj(version -> new EventType(present.name(), version));
  }

  private static List<String> files() {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fileOf(EventType type) {
    return FILES.resolve("%s.v%d.json".formatted(type.name(), type.version()));
  }
}
