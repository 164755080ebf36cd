package io.cornershop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.testing.LauncherProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the servers keep. Each start is a new launcher on the folder of the one before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedServersIT {

  private final LauncherProcess launcher =
      new LauncherProcess(Path.of("target", "platform", "servers-" + UUID.randomUUID()));

  @Test
  void find_their_data_after_a_stop_a_kill_of_everything_and_a_kill_of_the_launcher()
      throws Exception {
    launcher.startServers();
    write("before-stop");
    launcher.terminate();

    launcher.startServers();
    write("before-kill-of-everything");
    launcher.killEverything();

    launcher.startServers();
    write("before-kill-of-launcher");
    launcher.kill();

    launcher.startServers();
    Set<String> all = Set.of("before-stop", "before-kill-of-everything", "before-kill-of-launcher");
    assertThat(topics()).isEqualTo(all);
    assertThat(documents()).isEqualTo(all);
    launcher.terminate();
  }

  @Test
  void end_when_the_process_that_started_the_launcher_is_killed() {
    launcher.startBehindAnother("--without-liberty");
    awaitServers();
    List<ProcessHandle> all = launcher.handles();

    launcher.kill();

    assertThat(all).hasSize(4).noneMatch(ProcessHandle::isAlive);
  }

  private void awaitServers() {
    launcher.await(() -> launcher.output().contains("mvn liberty:dev"));
  }

  private void write(String name) throws Exception {
    try (Admin admin = admin();
        MongoClient mongo = mongo()) {
      admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
      mongo.getDatabase("test").getCollection("names").insertOne(new Document("_id", name));
    }
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get();
    }
  }

  private Set<String> documents() {
    try (MongoClient mongo = mongo()) {
      var names = mongo.getDatabase("test").getCollection("names");
      return Set.copyOf(names.distinct("_id", String.class).into(new ArrayList<>()));
    }
  }

  private Admin admin() {
    return Admin.create(
        Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + launcher.kafkaPort()));
  }

  private MongoClient mongo() {
    return MongoClients.create("mongodb://127.0.0.1:" + launcher.mongoPort());
  }
}
