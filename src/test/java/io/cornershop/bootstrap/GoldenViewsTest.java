package io.cornershop.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.inventory.views.StockLevel;
import io.cornershop.inventory.views.StockLevelProjection;
import io.cornershop.kernel.DomainEvent;
import io.cornershop.testing.ProductClasses;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A view whose rows change says so by its version: see {@link GoldenRows}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoldenViewsTest {

  /** Where no day of the golden events is the one of UTC by chance. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** A fold that was changed, and nobody has thought of its version. */
  private static final class ChangedFold extends StockLevelProjection {
    @Override
    public StockLevel apply(Optional<StockLevel> row, DomainEvent event, EventEnvelope envelope) {
      StockLevel was = super.apply(row, event, envelope);
      return new StockLevel(
          was.productId(),
          was.onHand() + 1,
          was.reserved(),
          was.available(),
          was.updatedAt(),
          was.sequence());
    }
  }

  /** One that nobody has made a file for. */
  private static final class NewVersion extends StockLevelProjection {
    @Override
    public int version() {
      return 4_711;
    }
  }

  /** Every view of the product. */
  static Stream<Named<Projection<?>>> views() {
    return ProductClasses.ALL.stream()
        .filter(type -> type.isAssignableTo(Projection.class) && !type.isInterface())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(GoldenViewsTest::made)
        .map(view -> Named.of(view.name(), view));
  }

  /** The constructor that the container uses is the one with the most parameters. */
  private static Projection<?> made(JavaClass type) {
    try {
      Constructor<?> constructor =
          Arrays.stream(type.reflect().getDeclaredConstructors())
              .max(Comparator.comparingInt(Constructor::getParameterCount))
              .orElseThrow();
      Object[] arguments =
          constructor.getParameterCount() == 0 ? new Object[0] : new Object[] {ZONE};
      return (Projection<?>) constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName() + " cannot be made", e);
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void the_rows_are_those_of_the_version_that_the_view_names(Projection<?> view)
      throws IOException {
    GoldenRows.check(view, GoldenRows.MADE);
  }

  @ParameterizedTest
  @MethodSource("views")
  void the_rows_are_the_same_whichever_way_the_events_come(Projection<?> view) throws IOException {
    String rows = GoldenRows.rowsOf(view, new Random(1));
    for (int way = 2; way <= 20; way++) {
      assertThat(GoldenRows.rowsOf(view, new Random(way))).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @MethodSource("views")
  void every_event_that_the_view_wants_occurs(Projection<?> view) throws IOException {
    assertThat(GoldenRows.eventTypes()).containsAll(view.events());
  }

  @Test
  void every_file_is_of_a_version_that_a_view_has_or_had() throws IOException {
    List<String> known =
        views()
            .map(Named::getPayload)
            .flatMap(
                view ->
                    Stream.iterate(1, version -> version <= view.version(), version -> version + 1)
                        .map(version -> "%s.v%d.json".formatted(view.name(), version)))
            .toList();
    try (Stream<Path> files = Files.list(GoldenRows.FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("events.txt")
          .allMatch(file -> file.equals("events.txt") || known.contains(file));
    }
  }

  @Test
  void a_fold_that_is_changed_without_a_new_version_is_told_to_have_one(@TempDir Path folder) {
    assertThatThrownBy(() -> GoldenRows.check(new ChangedFold(), folder))
        .hasMessageContaining("other rows of stock_level")
        .hasMessageContaining("Raise version() of its projection to 3");
  }

  @Test
  void a_view_without_golden_rows_is_told_where_to_find_them(@TempDir Path folder) {
    assertThatThrownBy(() -> GoldenRows.check(new NewVersion(), folder))
        .hasMessageContaining("Version 4711 of stock_level has no golden rows")
        .hasMessageContaining("stock_level.v4711.json");
  }
}
