package io.cornershop.testing;

import io.cornershop.eventing.consuming.BulkEventHandler;
import io.cornershop.eventing.consuming.EventHandler;
import io.cornershop.eventing.projections.versions.PointedRepositories;
import io.cornershop.eventing.projections.versions.ServedVersions;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.io.File;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application for tests inside the server: the platform's libraries and its database client,
 * with a few of its packages.
 */
public final class SmallApplication {

  private static final String LIBRARIES = "cornershop.test.libraries";
  private static final File BEANS = new File("src/main/webapp/WEB-INF/beans.xml");

  private SmallApplication() {}

  /** These packages with their test classes, and what the engine is made of. */
  public static WebArchive with(Package... packages) {
    return ShrinkWrap.create(WebArchive.class, "small.war")
        .addPackages(false, packages)
        .addPackages(true, "io.cornershop.kernel", "io.cornershop.json")
        .addPackages(true, "io.cornershop.eventing.events", "io.cornershop.eventing.store")
        .addClasses(MongoCalls.class, Durable.class)
        .addClasses(EventHandler.class, BulkEventHandler.class)
        .addClasses(ServedVersions.class, PointedRepositories.class)
        .addClass("io.cornershop.bootstrap.Mongo")
        .addClass("io.cornershop.bootstrap.Punctual")
        .addAsResource("META-INF/services/org.eclipse.jnosql.mapping.metadata.ClassScanner")
        .addAsResource(
            "META-INF/services/org.eclipse.jnosql.mapping.metadata.ConstructorBuilderSupplier")
        .addAsResource("META-INF/microprofile-config.properties")
        .addAsWebInfResource(BEANS)
        .addAsLibraries(libraries())
        .addAsLibrary(libraryOf(Assertions.class));
  }

  /** These packages with their test classes, without engine and database. */
  public static WebArchive withoutEngine(Package... packages) {
    return ShrinkWrap.create(WebArchive.class, "small.war")
        .addPackages(false, packages)
        .addPackages(true, "io.cornershop.kernel", "io.cornershop.json")
        .addPackage("io.cornershop.outbound")
        .addAsWebInfResource(BEANS)
        .addAsLibraries(
            Stream.of(libraries())
                .filter(file -> file.getName().startsWith("jackson"))
                .toArray(File[]::new))
        .addAsLibrary(libraryOf(Assertions.class));
  }

  /** The libraries of the war, as the build has laid them out. */
  private static File[] libraries() {
    return Optional.ofNullable(new File(System.getProperty(LIBRARIES)).listFiles())
        .orElseThrow(() -> new IllegalStateException("The war has not been built"));
  }

  /** The library that a class comes from, for tests that need more than the war has. */
  public static File libraryOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
