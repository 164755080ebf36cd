package io.cornershop.bootstrap;

import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.publishing.EventRelay;
import io.cornershop.eventing.publishing.topics.KafkaConnection;
import io.cornershop.eventing.timers.TimerNode;
import io.cornershop.kernel.Deadline;
import io.cornershop.observability.Probe;
import io.cornershop.observability.Vital;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.bson.Document;

/**
 * What has to answer before this node is ready, and what has to go on by itself. Kafka has not to
 * answer where requests are served: they are accepted without it and published later.
 */
@ApplicationScoped
class Probes {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Produces
  @Singleton
  Admin admin(KafkaConnection kafka) {
    int millis = (int) PATIENCE.toMillis();
    Map<String, Object> config = new HashMap<>(kafka.properties());
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, "cornershop-probe");
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    return Admin.create(config);
  }

  void close(@Disposes Admin admin) {
    admin.close(PATIENCE);
  }

  @Produces
  Probe database(MongoDatabase database) {
    return new Probe(
        "database",
        true,
        () -> Deadline.during(PATIENCE, () -> database.runCommand(new Document("ping", 1))));
  }

  @Produces
  Probe kafka(Admin admin, Roles roles) {
    return new Probe(
        "kafka",
        !roles.has("api"),
        () -> admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Produces
  Vital consumers(Consumers consumers) {
    return new Vital("consumers", consumers::dead);
  }

  @Produces
  Vital relay(EventRelay relay) {
    return new Vital("relay", relay::dead);
  }

  @Produces
  Vital timers(TimerNode timers) {
    return new Vital("timers", timers::dead);
  }

  @Produces
  Vital deliveries(NotificationTimers.Node timers) {
    return new Vital("deliveries", timers.node()::dead);
  }

  @Produces
  Vital views(Rebuilding rebuilding) {
    return new Vital("views", rebuilding::dead);
  }
}
