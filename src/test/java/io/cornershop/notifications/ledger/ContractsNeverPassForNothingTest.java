package io.cornershop.notifications.ledger;

import io.cornershop.notifications.NotificationId;
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

  static final class Forgetful extends LedgerContract {
    @Override
    Ledger empty() {
      return new NoLedger(true);
    }
  }

  static final class Refusing extends LedgerContract {
    @Override
    Ledger empty() {
      return new NoLedger(false);
    }
  }

  private record NoLedger(boolean pretends) implements Ledger {

    @Override
    public Entry enter(Entry entry) {
      return entry;
    }

    @Override
    public Optional<Entry> find(NotificationId id) {
      return Optional.empty();
    }

    @Override
    public boolean replace(Entry next) {
      return pretends;
    }

    @Override
    public List<Entry> list(Filter filter, Optional<Place> after, int limit) {
      return List.of();
    }

    @Override
    public List<Unsettled> unsettled() {
      return List.of();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Forgetful.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
