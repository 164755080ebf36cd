package io.cornershop.eventing.projections;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import jakarta.data.repository.BasicRepository;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.DataRepository;
import jakarta.data.repository.Repository;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Entity;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jnosql.mapping.NoSQLRepository;
import org.eclipse.jnosql.mapping.metadata.ClassScanner;

/**
 * Tells the mapping framework its classes. Looks only at this platform's own: the framework's
 * scanner reads every class of every library, which takes seconds at each start. They lie in the
 * war itself, whether the server expands it, reads it as it is or is shown the build's folders;
 * never in a jar. Found by the framework as a service; immutable and thread-safe.
 */
public final class RowClasses implements ClassScanner {

  private static final String ROOT = "io.cornershop";

  private final Set<Class<?>> entities;
  private final Set<Class<?>> embeddables;
  private final Set<Class<?>> repositories;

  /** Scans once. */
  public RowClasses() {
    try (ScanResult scan =
        new ClassGraph()
            .acceptPackages(ROOT)
            .acceptJars("*.war")
            .enableAnnotationInfo()
            .ignoreClassVisibility()
            .scan()) {
      this.entities = annotated(scan, Entity.class);
      this.embeddables = annotated(scan, Embeddable.class);
      this.repositories = annotated(scan, Repository.class);
    }
  }

  private static Set<Class<?>> annotated(ScanResult scan, Class<? extends Annotation> by) {
    return Set.copyOf(scan.getClassesWithAnnotation(by).loadClasses());
  }

  @Override
  public Set<Class<?>> entities() {
    return entities;
  }

  @Override
  public Set<Class<?>> embeddables() {
    return embeddables;
  }

  @Override
  public Set<Class<?>> repositories() {
    return matching(DataRepository.class::isAssignableFrom);
  }

  @Override
  public <T extends DataRepository<?, ?>> Set<Class<?>> repositories(Class<T> filter) {
    return matching(type -> directly(type).anyMatch(filter::equals));
  }

  @Override
  public Set<Class<?>> repositoriesStandard() {
    List<Class<?>> standard =
        List.of(
            DataRepository.class,
            BasicRepository.class,
            CrudRepository.class,
            NoSQLRepository.class);
    return matching(type -> directly(type).anyMatch(standard::contains));
  }

  @Override
  public Set<Class<?>> customRepositories() {
    return matching(type -> !DataRepository.class.isAssignableFrom(type));
  }

  private static Stream<Class<?>> directly(Class<?> type) {
    return Arrays.stream(type.getInterfaces());
  }

  private Set<Class<?>> matching(Predicate<Class<?>> condition) {
    return repositories.stream().filter(condition).collect(Collectors.toUnmodifiableSet());
  }
}
