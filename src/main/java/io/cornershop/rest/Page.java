package io.cornershop.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A piece of a list.
 *
 * @param next the cursor behind the last item; absent at the end of the list
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }

  /** The last piece of a list. */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, Optional.empty());
  }

  /**
   * The first {@code limit} of the items that were found when one more than {@code limit} was asked
   * for: the one too many tells that there is more.
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursorOf) {
    if (found.size() <= limit) {
      return last(found);
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, Optional.of(cursorOf.apply(items.getLast()).encoded()));
  }

  /** The same piece with each item in another shape. */
  public <R> Page<R> map(Function<? super T, ? extends R> shape) {
    return new Page<>(items.stream().<R>map(shape).toList(), next);
  }

  /** The same piece with all its items in another shape, looked up together. */
  public <R> Page<R> mapAll(Function<List<T>, List<R>> shape) {
    return new Page<>(shape.apply(items), next);
  }
}
