package io.cornershop.payments.gateway;

import io.cornershop.kernel.Money;
import io.cornershop.kernel.PaymentId;
import io.cornershop.payments.PaymentEvent.PaymentInitiated;
import io.cornershop.payments.gateway.Answer.Done;
import io.cornershop.payments.gateway.Answer.Unknown;
import io.cornershop.testing.ContractRun;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  static final class Pretending extends PaymentProviderContract {
    @Override
    protected PaymentProvider emptyProvider() {
      return new NoProvider(new Done("nothing"));
    }

    @Override
    protected Moved moved(String reference) {
      return new Moved(0, 0, 0);
    }
  }

  static final class Silent extends PaymentProviderContract {
    @Override
    protected PaymentProvider emptyProvider() {
      return new NoProvider(new Unknown());
    }

    @Override
    protected Moved moved(String reference) {
      return new Moved(0, 0, 0);
    }
  }

  private record NoProvider(Answer answer) implements PaymentProvider {

    @Override
    public Answer authorize(String key, PaymentInitiated payment) {
      return answer;
    }

    @Override
    public Answer capture(String key, String reference, Money amount) {
      return answer;
    }

    @Override
    public Answer voidAuthorization(String key, String reference) {
      return answer;
    }

    @Override
    public Answer refund(String key, PaymentId payment, String reference, Money amount) {
      return answer;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Pretending.class, Silent.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
