package io.cornershop.eventing.projections.rebuild;

import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.versions.Comparison;
import io.cornershop.eventing.projections.versions.Difference;
import io.cornershop.eventing.projections.versions.RowImage;
import io.cornershop.eventing.projections.versions.RowVersions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two versions of a view row by row, value and sources, while both are written to. One
 * thread.
 *
 * <p>Two rows that include the same events and are not equal are different for good, and so is one
 * that cannot be read. Two that include other events may only be caught between two writes: they
 * are looked at again.
 */
final class VersionComparison {

  private static final int PAGE = 500;
  private static final int MOST_SUSPECTS = 10_000;
  private static final int MOST_EXAMPLES = 20;

  private final RowVersions rows;
  private final Projection<?> projection;
  private final int older;
  private final int newer;
  private final Set<String> suspects = new LinkedHashSet<>();
  private final List<Difference> examples = new ArrayList<>();
  private long compared;
  private long differences;

  VersionComparison(RowVersions rows, Projection<?> projection, int older, int newer) {
    this.rows = rows;
    this.projection = projection;
    this.older = older;
    this.newer = newer;
  }

  /**
   * Looks at every row of both.
   *
   * @param progress is called after each page
   */
  void scan(Runnable progress) {
    rows.scan(
        projection,
        newer,
        PAGE,
        page -> {
          compare(page, rows.images(projection, older, idsOf(page)));
          progress.run();
        });
    rows.scan(
        projection,
        older,
        PAGE,
        page -> {
          Map<String, RowImage> present = rows.images(projection, newer, idsOf(page));
          page.stream()
              .filter(image -> !present.containsKey(image.id()))
              .forEach(image -> judge(Optional.of(image), Optional.empty(), false));
          progress.run();
        });
  }

  private void compare(List<RowImage> page, Map<String, RowImage> others) {
    for (RowImage image : page) {
      compared++;
      judge(Optional.ofNullable(others.get(image.id())), Optional.of(image), false);
    }
  }

  private static List<String> idsOf(List<RowImage> page) {
    return page.stream().map(RowImage::id).toList();
  }

  /** How many rows are to be looked at again. */
  int suspects() {
    return suspects.size();
  }

  /**
   * Looks again at the rows that were not the same.
   *
   * @param last whether what is not the same now is different for good
   */
  void lookAgain(boolean last) {
    List<String> ids = List.copyOf(suspects);
    suspects.clear();
    for (int from = 0; from < ids.size(); from += PAGE) {
      lookAt(ids.subList(from, Math.min(from + PAGE, ids.size())), last);
    }
  }

  private void lookAt(Collection<String> ids, boolean last) {
    Map<String, RowImage> news = rows.images(projection, newer, ids);
    Map<String, RowImage> olds = rows.images(projection, older, ids);
    for (String id : ids) {
      judge(Optional.ofNullable(olds.get(id)), Optional.ofNullable(news.get(id)), last);
    }
  }

  private void judge(Optional<RowImage> old, Optional<RowImage> fresh, boolean last) {
    if (!damaged(old, fresh).isEmpty()) {
      found(old, fresh, true);
    } else if (!old.equals(fresh)) {
      found(old, fresh, last || sourcesOf(old).equals(sourcesOf(fresh)));
    }
  }

  /** What of a row cannot be read in one of the versions. */
  private static List<String> damaged(Optional<RowImage> old, Optional<RowImage> fresh) {
    return Stream.of(old, fresh)
        .flatMap(Optional::stream)
        .flatMap(image -> image.damaged().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<Object> sourcesOf(Optional<RowImage> image) {
    return image.map(RowImage::sources);
  }

  private void found(Optional<RowImage> old, Optional<RowImage> fresh, boolean certain) {
    if (!certain && suspects.size() < MOST_SUSPECTS) {
      suspects.add(old.or(() -> fresh).orElseThrow().id());
      return;
    }
    differences++;
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(difference(old, fresh));
    }
  }

  private static Difference difference(Optional<RowImage> old, Optional<RowImage> fresh) {
    String id = old.or(() -> fresh).orElseThrow().id();
    List<String> damaged = damaged(old, fresh);
    if (!damaged.isEmpty()) {
      return new Difference(id, Difference.Kind.DAMAGED, damaged);
    }
    if (old.isEmpty() || fresh.isEmpty()) {
      Difference.Kind kind = old.isEmpty() ? Difference.Kind.ONLY_NEW : Difference.Kind.ONLY_OLD;
      return new Difference(id, kind, List.of());
    }
    RowImage a = old.get();
    RowImage b = fresh.get();
    return a.sources().equals(b.sources())
        ? new Difference(id, Difference.Kind.VALUE, columns(a.columns(), b.columns()))
        : new Difference(id, Difference.Kind.SOURCES, List.of());
  }

  private static List<String> columns(Map<String, Object> a, Map<String, Object> b) {
    return Stream.concat(a.keySet().stream(), b.keySet().stream())
        .filter(name -> !Optional.ofNullable(a.get(name)).equals(Optional.ofNullable(b.get(name))))
        .collect(Collectors.toCollection(java.util.TreeSet::new))
        .stream()
        .toList();
  }

  /** What was found so far. */
  Comparison result() {
    return new Comparison(compared, differences, examples);
  }
}
