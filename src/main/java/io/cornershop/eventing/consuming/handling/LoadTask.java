package io.cornershop.eventing.consuming.handling;

import io.cornershop.eventing.consuming.held.Failures;
import io.cornershop.eventing.consuming.lanes.LaneKey;
import io.cornershop.eventing.consuming.partitions.Polled;
import io.cornershop.kernel.LogScope;
import java.time.Duration;
import java.util.Optional;

/**
 * One record of a partition of which it is not known yet what is held. Its lane is the partition's,
 * so that the records leave it in the order of the topic.
 */
final class LoadTask extends WholeRecordTask {

  LoadTask(
      LaneKey lane, Arrival arrival, Polled polled, HandlerDispatch dispatch, Failures failures) {
    super(lane, arrival, polled, dispatch, failures);
  }

  @Override
  Optional<Duration> attempt(LogScope lines) {
    try {
      dispatch.others().learn();
      failures.letters().loadFor(polled.partition());
    } catch (RuntimeException failure) {
      // Whatever it is: nothing may be handled before it is known what is held.
      return Optional.of(hold(judge(failure), failure));
    }
    release();
    dispatch.route(arrival, polled);
    return Optional.empty();
  }
}
