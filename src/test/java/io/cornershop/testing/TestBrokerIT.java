package io.cornershop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestBrokerIT {

  @Test
  void keeps_its_topics_when_it_is_killed_and_started_again() throws Exception {
    try (TestBroker broker = TestBroker.start()) {
      try (Admin admin = admin(broker)) {
        NewTopic topic = new NewTopic("orders.events", Optional.of(2), Optional.empty());
        admin.createTopics(List.of(topic)).all().get();
      }

      broker.kill();
      broker.restart();

      assertThat(topicsOf(broker)).contains("orders.events");
    }
  }

  private static Iterable<String> topicsOf(TestBroker broker)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin(broker)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(TestBroker broker) {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
  }
}
