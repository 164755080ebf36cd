package io.cornershop.eventing.projections;

import java.util.List;
import java.util.Optional;
import org.eclipse.jnosql.mapping.metadata.ConstructorBuilder;
import org.eclipse.jnosql.mapping.metadata.ConstructorBuilderSupplier;
import org.eclipse.jnosql.mapping.metadata.ConstructorMetadata;
import org.eclipse.jnosql.mapping.metadata.ParameterMetaData;
import org.eclipse.jnosql.mapping.reflection.ReflectionConstructorBuilderSupplier;

/**
 * Makes the repositories give what {@link RowCodec} gives: an empty optional or list for a column
 * that the document does not have, where the mapping framework would pass null, and an optional of
 * what a converter has read. Found by the framework as a service; stateless.
 */
public final class RowConstructors implements ConstructorBuilderSupplier {

  private final ConstructorBuilderSupplier framework = new ReflectionConstructorBuilderSupplier();

  @Override
  public ConstructorBuilder apply(ConstructorMetadata constructor) {
    return new WithoutNulls(framework.apply(constructor));
  }

  /** Used by one thread, for one row. */
  private static final class WithoutNulls implements ConstructorBuilder {

    private final ConstructorBuilder framework;
    private int next;

    WithoutNulls(ConstructorBuilder framework) {
      this.framework = framework;
    }

    @Override
    public List<ParameterMetaData> parameters() {
      return framework.parameters();
    }

    @Override
    public void add(Object value) {
      boolean bare = typeOfNext() == Optional.class && !(value instanceof Optional);
      framework.add(bare ? Optional.of(value) : value);
    }

    @Override
    public void addEmptyParameter() {
      Class<?> type = typeOfNext();
      if (type == Optional.class) {
        framework.add(Optional.empty());
      } else if (type == List.class) {
        framework.add(List.of());
      } else {
        framework.addEmptyParameter();
      }
    }

    private Class<?> typeOfNext() {
      return parameters().get(next++).type();
    }

    @Override
    public <T> T build() {
      return framework.build();
    }
  }
}
