package io.cornershop.notifications.recipients;

import io.cornershop.notifications.Preferences;
import io.cornershop.testing.ContractRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  static final class Forgetful extends RecipientsContract {
    @Override
    protected Recipients knowing(List<Recipient> people) {
      return customer -> Optional.empty();
    }
  }

  static final class Pretending extends RecipientsContract {
    @Override
    protected Recipients knowing(List<Recipient> people) {
      return customer ->
          Optional.of(
              new Recipient(
                  customer.value(),
                  "Somebody",
                  Optional.of("somebody@example.org"),
                  Optional.empty(),
                  Preferences.USUAL,
                  List.of()));
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Forgetful.class, Pretending.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
