package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.InMemoryRows;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.projections.Rows;
import io.cornershop.testing.ContractRun;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the contracts against adapters that do nothing; a test that passes there tests nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContractsNeverPassForNothingTest {

  static final class ForgetfulRegistry extends ViewRegistryContract {
    @Override
    ViewRegistry emptyRegistry() {
      return new NoRegistry(true);
    }
  }

  static final class RefusingRegistry extends ViewRegistryContract {
    @Override
    ViewRegistry emptyRegistry() {
      return new NoRegistry(false);
    }
  }

  static final class ForgetfulVersions extends RowVersionsContract {
    @Override
    RowVersions emptyVersions() {
      return new NoVersions();
    }

    @Override
    void damage(RowVersions versions, int version, String id) {
      // Damages nothing.
    }
  }

  private record NoRegistry(boolean pretends) implements ViewRegistry {

    @Override
    public Optional<ViewState> find(String view) {
      return Optional.empty();
    }

    @Override
    public List<ViewState> all() {
      return List.of();
    }

    @Override
    public ViewState ensure(String view, int fold) {
      return ViewState.first(view, fold);
    }

    @Override
    public boolean save(ViewState next) {
      return pretends;
    }
  }

  private record NoVersions() implements RowVersions {

    @Override
    public Rows rows(int version) {
      return new InMemoryRows();
    }

    @Override
    public void scan(
        Projection<?> projection, int version, int pageSize, Consumer<List<RowImage>> page) {
      // Shows nothing, which is its purpose.
    }

    @Override
    public Map<String, RowImage> images(
        Projection<?> projection, int version, Collection<String> ids) {
      return Map.of();
    }

    @Override
    public Set<Integer> existing(String view) {
      return Set.of();
    }

    @Override
    public void drop(String view, int version) {
      // Drops nothing, which is its purpose.
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ForgetfulRegistry.class, RefusingRegistry.class, ForgetfulVersions.class})
  void every_test_of_a_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
