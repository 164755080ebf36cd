package io.cornershop.eventing.audit;

import io.cornershop.testing.ContractRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditLogContractNeverPassesForNothingTest {

  @Test
  void every_test_of_the_contract_fails() {
    ContractRun.requireAllFail(Nothing.class);
  }

  static final class Nothing extends AuditLogContract {

    @Override
    AuditLog log() {
      return new AuditLog() {
        @Override
        public void record(AuditEntry entry) {}

        @Override
        public List<AuditEntry> latest(Optional<Place> after, int limit) {
          return List.of();
        }
      };
    }
  }
}
