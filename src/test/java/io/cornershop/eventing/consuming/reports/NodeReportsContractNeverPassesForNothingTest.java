package io.cornershop.eventing.consuming.reports;

import io.cornershop.testing.ContractRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Runs the contract against an adapter that does nothing; what passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NodeReportsContractNeverPassesForNothingTest {

  @Test
  void every_test_of_the_contract_fails() {
    ContractRun.requireAllFail(Forgetful.class);
  }

  static final class Forgetful extends NodeReportsContract {
    @Override
    NodeReports create() {
      return new NodeReports() {
        @Override
        public void publish(NodeReport report) {}

        @Override
        public List<NodeReport> of(String channel) {
          return List.of();
        }

        @Override
        public void withdraw(String node) {}

        @Override
        public void forgetBefore(Instant time) {}
      };
    }
  }
}
