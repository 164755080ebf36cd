package io.cornershop.eventing.timers;

import io.cornershop.testing.ContractRun;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Runs the contract against an adapter that does nothing; what passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimersContractNeverPassesForNothingTest {

  @Test
  void every_test_of_the_contract_fails() {
    ContractRun.requireAllFail(Forgetful.class);
  }

  static final class Forgetful extends TimersContract {
    @Override
    TimerStore create() {
      return new TimerStore() {
        @Override
        public void schedule(String id, String kind, String subject, Instant due) {}

        @Override
        public void cancel(String id) {}

        @Override
        public List<Timer> findAll(Collection<String> ids) {
          return List.of();
        }

        @Override
        public List<DueTimer> due(Instant now, int limit) {
          return List.of();
        }

        @Override
        public Optional<DueTimer> claim(DueTimer seen, Instant until) {
          return Optional.empty();
        }

        @Override
        public void hold(DueTimer mine, Instant until) {}

        @Override
        public void remove(Timer fired) {}
      };
    }
  }
}
