package io.cornershop.testing;

import java.io.File;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application for an in-container test: the platform's libraries with a few of its packages. */
public final class SmallApplication {

  private static final String LIBRARIES = "cornershop.test.libraries";

  private SmallApplication() {}

  /** The kernel, the events, JSON and these packages, with their test classes. */
  public static WebArchive with(Package... packages) {
    return ShrinkWrap.create(WebArchive.class, "small.war")
        .addPackages(false, packages)
        .addPackages(
            true, "io.cornershop.kernel", "io.cornershop.json", "io.cornershop.eventing.events")
        .addAsLibraries(libraries())
        .addAsLibrary(
            new File(
                Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .addAsResource("META-INF/services/org.eclipse.jnosql.mapping.metadata.ClassScanner")
        .addAsResource(
            "META-INF/services/org.eclipse.jnosql.mapping.metadata.ConstructorBuilderSupplier")
        .addAsWebInfResource(new File("src/main/webapp/WEB-INF/beans.xml"));
  }

  /** The libraries of the war, as the build has laid them out. */
  private static File[] libraries() {
    return Optional.ofNullable(new File(System.getProperty(LIBRARIES)).listFiles())
        .orElseThrow(() -> new IllegalStateException("The war has not been built"));
  }
}
