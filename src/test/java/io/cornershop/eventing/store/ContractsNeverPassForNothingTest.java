package io.cornershop.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

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
        NothingContracts.RefusingLog.class
      })
  void every_test_of_the_contract_fails(Class<?> contract) {
    Verdicts verdicts = run(contract);

    assertThat(verdicts.failed).isNotEmpty();
    assertThat(verdicts.passed).isEmpty();
  }

  private static Verdicts run(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    Verdicts verdicts = new Verdicts();
    // Without what registers itself: such listeners belong to the run of all tests, not to this
    // one.
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    LauncherFactory.create(alone).execute(request, verdicts);
    return verdicts;
  }

  private static final class Verdicts implements TestExecutionListener {

    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        (good ? passed : failed).add(test.getDisplayName());
      }
    }
  }
}
