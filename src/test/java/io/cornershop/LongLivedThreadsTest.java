package io.cornershop;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.testing.ProductClasses;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who begins threads, or work that comes again and again, is here on purpose: liveness tells of its
 * end, or it says why that need not be. So a new loop cannot end without anybody seeing it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongLivedThreadsTest {

  private static final String ROOT = ProductClasses.ROOT + ".";
  private static final String PROBES = ROOT + "bootstrap.Probes";

  /** By whom liveness is told, through {@code dead()}, of threads that the class begins. */
  private static final Map<String, String> TOLD_BY =
      Map.of(
          "eventing.consuming.channels.Consumers", PROBES,
          "eventing.consuming.channels.ConsumerChannel",
              ROOT + "eventing.consuming.channels.Consumers",
          "eventing.publishing.EventRelay", PROBES,
          "eventing.timers.TimerNode", PROBES,
          "bootstrap.Rebuilding", PROBES);

  private static final Map<String, String> NEED_NOT =
      Map.of(
          "eventing.consuming.lanes.KeyedLanes", "ends when the key may go on",
          "eventing.api.feed.Feeds", "ends with its reader",
          "customers.claims.BackfillThread", "ends when all is claimed; the next start looks again",
          "bootstrap.Logging", "without it levels stay as they are",
          "observability.metrics.GaugeReader", "each reading plans the next, whatever comes of it",
          "bootstrap.VersionedViews", "ends with the pages of one rebuild",
          "outbound.Exchanges", "ends with the exchange",
          "notifications.email.SmtpLines", "ends with the mail");

  private static final Set<String> BEGINNING =
      Set.of(
          "start",
          "startVirtualThread",
          "schedule",
          "scheduleAtFixedRate",
          "scheduleWithFixedDelay");

  static Set<Map.Entry<String, String>> told() {
    return TOLD_BY.entrySet();
  }

  @Test
  void liveness_tells_of_whoever_begins_a_thread_or_here_is_why_not() {
    assertThat(
            accesses()
                .filter(LongLivedThreadsTest::beginsThread)
                .map(access -> outermost(access.getOriginOwner()))
                .filter(name -> !name.startsWith(ROOT + "launcher."))
                .map(name -> name.substring(ROOT.length()))
                .collect(toSet()))
        .isEqualTo(
            Stream.concat(TOLD_BY.keySet().stream(), NEED_NOT.keySet().stream()).collect(toSet()));
  }

  @ParameterizedTest
  @MethodSource("told")
  void it_is_asked_whether_it_has_ended(Map.Entry<String, String> told) {
    assertThat(accesses())
        .filteredOn(access -> isOf(access.getTarget(), ROOT + told.getKey(), "dead"))
        .extracting(access -> access.getOriginOwner().getName())
        .contains(told.getValue());
  }

  @Test
  void each_node_of_timers_is_asked() {
    String nodes = TimerNode.class.getName();

    assertThat(accesses().filter(access -> isOf(access.getTarget(), nodes, "dead")))
        .hasSameSizeAs(
            accesses().filter(access -> isOf(access.getTarget(), nodes, "<init>")).toList());
  }

  private static Stream<JavaCodeUnitAccess<?>> accesses() {
    return ProductClasses.ALL.stream()
        .flatMap(
            type ->
                Stream.of(
                        type.getMethodCallsFromSelf(),
                        type.getMethodReferencesFromSelf(),
                        type.getConstructorCallsFromSelf())
                    .flatMap(Set::stream));
  }

  private static boolean beginsThread(JavaCodeUnitAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return BEGINNING.contains(access.getTarget().getName())
        && (owner.startsWith("java.lang.Thread")
            || owner.equals("java.util.concurrent.ScheduledExecutorService"));
  }

  private static boolean isOf(CodeUnitAccessTarget target, String owner, String name) {
    return target.getOwner().getName().equals(owner) && target.getName().equals(name);
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }
}
