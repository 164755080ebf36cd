package io.cornershop.rest.idempotency;

import io.cornershop.testing.ContractRun;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractNeverPassesForNothingTest {

  @ParameterizedTest
  @ValueSource(classes = {Permissive.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }

  private record Nothing(Supplier<Claim> claim) implements AnsweredRequests {
    @Override
    public Claim claim(String id, String fingerprint) {
      return claim.get();
    }

    @Override
    public void answered(Claim.Granted granted, StoredAnswer answer) {}

    @Override
    public void refused(Claim.Granted granted) {}
  }

  static final class Permissive extends AnsweredRequestsContract {
    @Override
    AnsweredRequests at(Clock clock) {
      return new Nothing(() -> new Claim.Granted("k", "lease"));
    }
  }

  static final class Refusing extends AnsweredRequestsContract {
    @Override
    AnsweredRequests at(Clock clock) {
      return new Nothing(Claim.Running::new);
    }
  }
}
