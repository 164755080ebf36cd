package io.cornershop.eventing.store;

import io.cornershop.testing.ContractRun;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs each contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        NothingContracts.ForgetfulStore.class,
        NothingContracts.RefusingStore.class,
        NothingContracts.ForgetfulStoreInRaces.class,
        NothingContracts.RefusingStoreInRaces.class,
        NothingContracts.ForgetfulLog.class,
        NothingContracts.RefusingLog.class,
        NothingContracts.ForgetfulIndex.class,
        NothingContracts.ForgetfulSnapshots.class
      })
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
