package io.cornershop.bootstrap;

import static io.cornershop.testing.WholeShop.JSON;

import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.events.EventType;
import io.cornershop.eventing.events.StreamId;
import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.StoredForm;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.testing.ShopHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.json.StrictJsonWriter;

/**
 * The rows that each view makes of the events in {@code views/events.txt}, as they lie in the
 * database: {@code views/<view>.v<n>.json} has those of version n of row and fold.
 */
final class GoldenRows {

  static final Path FILES = Path.of("src", "test", "resources", "views");

  /** Where the rows are left that a file can be made of. */
  static final Path MADE = Path.of("target", "golden-views");

  private static final Pattern LINE = Pattern.compile("(\\w+)/(\\S+) (\\w+)\\.v(\\d+) (.*)");

  /** Numbers of both lengths are told apart, as the database does. */
  private static final JsonWriterSettings EXACT =
      JsonWriterSettings.builder()
          .outputMode(JsonMode.RELAXED)
          .indent(true)
          .int64Converter(GoldenRows::writeLong)
          .build();

  private GoldenRows() {}

  private static void writeLong(Long value, StrictJsonWriter writer) {
    writer.writeStartObject();
    writer.writeString("$numberLong", value.toString());
    writer.writeEndObject();
  }

  /** The name of the file of a view's present version. */
  static String fileOf(Projection<?> view) {
    return "%s.v%d.json".formatted(view.name(), view.version());
  }

  /** The rows of a view, by id, whichever way the events came to it. */
  static String rowsOf(Projection<?> view, Random way) throws IOException {
    ShopHistory history = new ShopHistory();
    for (String line : Files.readAllLines(FILES.resolve("events.txt"))) {
      history.happen(streamOf(line), JSON.decode(envelope(line)));
    }
    InMemoryRows rows = new InMemoryRows();
    history.deliver(view, rows, way);
    return rows.of(view).stream()
        .sorted(Comparator.comparing(Row::id))
        .map(row -> StoredForm.documentOf(view, row).toJson(EXACT))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /** The types of the events that happen, in this order. */
  static Set<Class<? extends DomainEvent>> eventTypes() throws IOException {
    Set<Class<? extends DomainEvent>> types = new LinkedHashSet<>();
    for (String line : Files.readAllLines(FILES.resolve("events.txt"))) {
      types.add(JSON.decode(envelope(line)).getClass());
    }
    return types;
  }

  /** Compares a view's rows with its file, and leaves the rows in {@code folder}. */
  static void check(Projection<?> view, Path folder) throws IOException {
    String rows = rowsOf(view, new Random(1));
    Path made = Files.createDirectories(folder).resolve(fileOf(view));
    Files.writeString(made, rows);
    Path golden = FILES.resolve(fileOf(view));
    if (Files.notExists(golden)) {
      throw new AssertionError(
          "Version %d of %s has no golden rows: if those in %s are right, commit them as %s"
              .formatted(view.version(), view.name(), made, golden));
    }
    if (!Files.readString(golden).equals(rows)) {
      throw new AssertionError(changed(view, made, golden));
    }
  }

  private static String changed(Projection<?> view, Path made, Path golden) {
    return """
        The same events make other rows of %s than those in %s, which lie in databases already. \
        Raise version() of its projection to %d, so that the view is rebuilt, and commit the rows \
        that this test then leaves in %s as a file beside that one; rows of a version that was \
        released are never edited. Only rows of events that are new in events.txt, about something \
        that does not occur there yet, are added to its file"""
        .formatted(view.name(), golden, view.version() + 1, made.getParent());
  }

  private static Matcher partsOf(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("Not a stream, an event type with its version and data: " + line);
    }
    return parts;
  }

  private static StreamId streamOf(String line) {
    Matcher parts = partsOf(line);
    return new StreamId(parts.group(1), parts.group(2));
  }

  private static EventEnvelope envelope(String line) {
    Matcher parts = partsOf(line);
    return new EventEnvelope(
        new UUID(0, 1),
        new EventType(parts.group(3), Integer.parseInt(parts.group(4))),
        streamOf(line),
        1,
        Instant.EPOCH,
        parts.group(5),
        EventMetadata.of("c", "c", "u", "golden"),
        OptionalLong.empty());
  }
}
