package io.cornershop.eventing.privacy;

import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import io.cornershop.testing.ContractRun;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  static final class Forgetful extends SubjectKeysContract {
    @Override
    SubjectKeys empty() {
      return new NoKeys(Optional.empty());
    }
  }

  static final class Destroying extends SubjectKeysContract {
    @Override
    SubjectKeys empty() {
      return new NoKeys(Optional.of(new Destroyed()));
    }
  }

  private record NoKeys(Optional<Entry> always) implements SubjectKeys {

    @Override
    public Optional<Entry> find(String subject) {
      return Optional.empty();
    }

    @Override
    public Entry add(String subject, String wrapped) {
      return always.orElse(new Wrapped(wrapped));
    }

    @Override
    public void destroy(String subject) {
      // Destroys nothing, which is its purpose.
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Forgetful.class, Destroying.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
