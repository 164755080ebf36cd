package io.cornershop.eventing.consuming.steering;

import io.cornershop.testing.ContractRun;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Runs the contract against an adapter that does nothing; what passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WishesContractNeverPassesForNothingTest {

  @Test
  void every_test_of_the_contract_fails() {
    ContractRun.requireAllFail(Forgetful.class);
  }

  static final class Forgetful extends WishesContract {
    @Override
    Wishes create() {
      return new Wishes() {
        @Override
        public Wish of(String channel) {
          return Wish.none(channel);
        }

        @Override
        public Wish change(String channel, UnaryOperator<Wish> change) {
          return Wish.none(channel);
        }

        @Override
        public void carriedOut(String channel, String topic, int partition, long number) {}
      };
    }
  }
}
