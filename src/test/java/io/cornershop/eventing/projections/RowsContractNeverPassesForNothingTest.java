package io.cornershop.eventing.projections;

import io.cornershop.testing.ContractRun;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    public <V> Map<String, Row<V>> loadAll(Projection<V> projection, Collection<String> ids) {
      return Map.of();
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
    public <V> Set<String> saveAll(Projection<V> projection, Collection<Row<V>> rows) {
      return pretends
          ? rows.stream().map(Row::id).collect(java.util.stream.Collectors.toSet())
          : Set.of();
    }

    @Override
    public void prepare(Projection<?> projection) {
      // Does nothing, which is its purpose.
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Forgetful.class, Refusing.class})
  void every_test_of_the_contract_fails(Class<?> contract) {
    ContractRun.requireAllFail(contract);
  }
}
