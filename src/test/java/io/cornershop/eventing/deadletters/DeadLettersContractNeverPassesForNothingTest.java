package io.cornershop.eventing.deadletters;

import io.cornershop.testing.ContractRun;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeadLettersContractNeverPassesForNothingTest {

  @ParameterizedTest
  @ValueSource(classes = {Permissive.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }

  static final class Permissive extends DeadLettersContract {
    @Override
    protected DeadLetters letters() {
      return new NothingDeadLetters(true);
    }
  }

  static final class Refusing extends DeadLettersContract {
    @Override
    protected DeadLetters letters() {
      return new NothingDeadLetters(false);
    }
  }
}
