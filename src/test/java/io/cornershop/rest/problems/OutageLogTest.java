package io.cornershop.rest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageLogTest {

  private static final long SECOND = 1_000_000_000;

  private final OutageLog log = new OutageLog();

  @Test
  void one_line_a_second_is_written_and_tells_how_many_were_not() {
    List<OptionalInt> lines =
        LongStream.of(5, 6, SECOND, SECOND + 5, SECOND + 6, 2 * SECOND + 5)
            .mapToObj(log::line)
            .toList();

    assertThat(lines)
        .isEqualTo(
            List.of(
                OptionalInt.of(0),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(2),
                OptionalInt.empty(),
                OptionalInt.of(1)));
  }
}
