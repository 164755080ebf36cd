package io.cornershop.customers.claims;

import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.CustomerId;
import io.cornershop.testing.ContractRun;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contract against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  static final class Generous extends EmailClaimsContract {
    @Override
    EmailClaims empty() {
      return new NoClaims(true);
    }
  }

  static final class Refusing extends EmailClaimsContract {
    @Override
    EmailClaims empty() {
      return new NoClaims(false);
    }
  }

  private record NoClaims(boolean gives) implements EmailClaims {

    private static final EmailClaim SOMEBODYS =
        new EmailClaim("z", new CustomerId("z"), new CommandId("z"), Instant.EPOCH);

    @Override
    public EmailClaim claim(EmailClaim wanted) {
      return gives ? wanted : SOMEBODYS;
    }

    @Override
    public boolean takeOver(EmailClaim seen, EmailClaim wanted) {
      return gives;
    }

    @Override
    public Optional<EmailClaim> find(String key) {
      return Optional.empty();
    }

    @Override
    public Optional<ClaimPass> pass(String name) {
      return gives ? Optional.of(ClaimPass.NONE) : Optional.empty();
    }

    @Override
    public void note(String name, ClaimPass pass) {
      // Keeps nothing, which is its purpose.
    }

    @Override
    public void release(String key, CustomerId customer) {
      // Frees nothing, which is its purpose.
    }

    @Override
    public void releaseAll(CustomerId customer) {
      // Frees nothing, which is its purpose.
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Generous.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
