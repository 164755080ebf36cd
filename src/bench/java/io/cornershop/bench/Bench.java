package io.cornershop.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.RawStore.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.UuidRepresentation;

/**
 * What all measurements share: servers, settings, and fresh stores for both sides. One thread.
 *
 * <p>Both sides use one client with room for more connections than there are writers, so that
 * neither waits for a connection.
 */
final class Bench implements AutoCloseable {

  private static final int CONNECTIONS = 200;

  private final BenchSettings settings;
  private final Servers servers;
  private final MongoClient client;
  private final RawKafka kafka;
  private final Sample sample;
  private final List<MongoDatabase> used = new ArrayList<>();
  private final Templates templates;

  Bench(BenchSettings settings, Servers servers) {
    this.settings = settings;
    this.servers = servers;
    this.client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(servers.mongodb()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .build());
    String run = UUID.randomUUID().toString();
    this.kafka = new RawKafka(servers.kafka(), run);
    this.sample = new Sample(kafka.oursTopic());
    MongoDatabase database = freshDatabase("template");
    this.templates = new TemplateStore(database, engine(database)).templates();
  }

  BenchSettings settings() {
    return settings;
  }

  Sample sample() {
    return sample;
  }

  RawKafka kafka() {
    return kafka;
  }

  MongoDatabase freshDatabase(String purpose) {
    MongoDatabase database =
        client.getDatabase("cornershop_bench_" + purpose + "_" + (used.size() + 1));
    database.drop();
    used.add(database);
    return database;
  }

  /** The side under test, on an empty database. */
  OurEngine freshEngine() {
    return engine(freshDatabase("ours"));
  }

  /** The side under test, on this database. */
  OurEngine engine(MongoDatabase database) {
    return engine(database, sample);
  }

  /** The side under test, with events that go to another topic. */
  OurEngine engine(MongoDatabase database, Sample other) {
    return new OurEngine(database, other, settings.mongodb().isEmpty());
  }

  /** The other side, on an empty database. */
  RawStore freshRawStore() {
    return rawStore(freshDatabase("raw"));
  }

  /** The other side, on this database. */
  RawStore rawStore(MongoDatabase database) {
    return new RawStore(database, templates);
  }

  /** How the engine's Kafka clients find the brokers. */
  Map<String, Object> kafkaProperties() {
    return Map.of("bootstrap.servers", servers.kafka());
  }

  /** Drops what the measurements so far have stored. */
  void dropDatabases() {
    used.forEach(MongoDatabase::drop);
  }

  @Override
  public void close() {
    dropDatabases();
    kafka.close();
    client.close();
  }
}
