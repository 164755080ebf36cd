package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;
import static io.cornershop.testing.WholeShop.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.EventTypes.Registered;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events are for ever: a file under {@code events}, once released, is never edited. A new version
 * of an event type gets a file of its own, and an upcaster reads the old one.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenEventsTest {

  private static final Path FILES = Path.of("src", "test", "resources", "events");

  static Stream<DomainEvent> samples() {
    return EventSamples.all();
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void every_event_type_has_a_sample() {
    Set<Class<?>> sampled = samples().map(Object::getClass).collect(Collectors.toSet());
    assertThat(TYPES.all()).allSatisfy(type -> assertThat(sampled).contains(type.javaType()));
  }

  @Test
  void every_version_that_was_ever_released_has_a_file() throws IOException {
    List<String> expected =
        TYPES.all().stream()
            .map(Registered::type)
            .flatMap(
                type ->
                    IntStream.rangeClosed(1, type.version())
                        .mapToObj(version -> "%s.v%d.json".formatted(type.name(), version)))
            .sorted()
            .toList();

    assertThat(files()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_written_as_its_file_says(DomainEvent sample) throws IOException {
    EventType type = TYPES.of(sample.getClass()).type();
    assertThat(FILES.resolve("%s.v%d.json".formatted(type.name(), type.version())))
        .as("golden file of %s", type)
        .content()
        .isEqualTo(JSON.encode(sample) + "\n");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_read_from_its_file(DomainEvent sample) throws IOException {
    EventType type = TYPES.of(sample.getClass()).type();
    String file = "%s.v%d.json".formatted(type.name(), type.version());
    assertThat(JSON.decode(envelope(file))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_file_that_was_ever_released_can_be_read(String file) throws IOException {
    EventEnvelope stored = envelope(file);
    Registered now = TYPES.named(stored.type().name()).orElseThrow();
    assertThat(JSON.decode(stored)).isInstanceOf(now.javaType());
  }

  private static EventEnvelope envelope(String file) throws IOException {
    String[] parts = file.split("\\.");
    return new EventEnvelope(
        new UUID(0, 1),
        new EventType(parts[0], Integer.parseInt(parts[1].substring(1))),
        new StreamId("Golden", "1"),
        1,
        Instant.EPOCH,
        Files.readString(FILES.resolve(file)),
        EventMetadata.of("c", "c", "u", "golden"),
        OptionalLong.empty());
  }
}
