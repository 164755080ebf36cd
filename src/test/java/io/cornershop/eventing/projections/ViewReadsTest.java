package io.cornershop.eventing.projections;

import static io.cornershop.eventing.projections.Trips.TRIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.cornershop.kernel.Deadline;
import io.cornershop.kernel.OwnWrite;
import io.cornershop.kernel.Unavailable;
import io.cornershop.kernel.ViewDamaged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewReadsTest {

  private final Trips trips = new Trips();
  private final TripBoardProjection projection = new TripBoardProjection();
  private final InMemoryRows rows = new InMemoryRows();
  private final ViewReads reads =
      new ViewReads(new Freshness(rows, trips.store, List.of(projection), 0));

  @AfterEach
  void noDeadline() {
    Deadline.end();
  }

  @Test
  void what_comes_after_a_wait_in_vain_has_the_time_that_requests_without_a_wait_have() {
    Deadline.begin(Duration.ofMinutes(1));

    assertThat(
            reads.one(
                "trip_board",
                TRIP,
                new OwnWrite(OptionalLong.of(9), Duration.ofHours(1)),
                id -> Optional.of("row")))
        .isEmpty();

    assertThat(Deadline.current().orElseThrow().left()).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void a_database_that_does_not_answer_is_unavailable() {
    assertThatThrownBy(
            () ->
                reads.ask(
                    () -> {
                      throw new MongoTimeoutException("secret words");
                    }))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The read models do not answer now");
  }

  @Test
  void what_cannot_be_mapped_is_damaged_and_says_nothing_of_its_content() {
    assertThatThrownBy(() -> reads.ask(() -> Integer.valueOf("secret words")))
        .isInstanceOf(ViewDamaged.class)
        .hasMessage("What is kept of a read model cannot be read; the view needs a rebuild");
  }
}
