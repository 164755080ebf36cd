package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the contract against rows that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowsContractNeverPassesForNothingTest {

  static final class Forgetful extends RowsContract {
    @Override
    Rows emptyRows() {
      return new Nothing(true);
    }
  }

  static final class Refusing extends RowsContract {
    @Override
    Rows emptyRows() {
      return new Nothing(false);
    }
  }

  private record Nothing(boolean pretends) implements Rows {

    @Override
    public <V> Optional<Row<V>> load(Projection<V> projection, String id) {
      return Optional.empty();
    }

    @Override
    public Sources sources(Projection<?> projection, String id) {
      return Sources.NONE;
    }

    @Override
    public <V> boolean save(Projection<V> projection, Row<V> row) {
      return pretends;
    }

    @Override
    public void prepare(Projection<?> projection) {
      // Does nothing, which is its purpose.
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Forgetful.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    TestExecutionSummary summary = run(contract);

    assertThat(summary.getTestsFailedCount()).isPositive();
    assertThat(summary.getTestsSucceededCount()).isZero();
  }

  private static TestExecutionSummary run(Class<?> contract) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    // Without what registers itself: such listeners belong to the run of all tests.
    LauncherConfig alone =
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    LauncherFactory.create(alone).execute(request, listener);
    return listener.getSummary();
  }
}
