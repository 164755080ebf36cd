package io.cornershop.bootstrap;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.cornershop.eventing.projections.versions.PointedRepositories;
import io.cornershop.eventing.projections.versions.ServedVersions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.eclipse.jnosql.communication.semistructured.DatabaseManager;
import org.eclipse.jnosql.databases.mongodb.communication.MongoDBDocumentConfiguration;
import org.eclipse.jnosql.mapping.Database;
import org.eclipse.jnosql.mapping.DatabaseType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one client of the database, for the engine's adapters and for the repositories. Every wait
 * for the database ends: no server, no connection and no answer each become an error in time, for a
 * request all of them together by its deadline.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class Mongo {

  @Produces
  @Singleton
  MongoClient client(
      @ConfigProperty(name = "cornershop.mongodb.uri", defaultValue = "mongodb://127.0.0.1:27017")
          String uri,
      @ConfigProperty(name = "cornershop.mongodb.connect-timeout", defaultValue = "PT2S")
          Duration connect,
      @ConfigProperty(name = "cornershop.mongodb.answer-timeout", defaultValue = "PT10S")
          Duration answer) {
    return Punctual.of(
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(
                    cluster ->
                        cluster.serverSelectionTimeout(connect.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                    pool -> pool.maxWaitTime(connect.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                    socket ->
                        socket
                            .connectTimeout((int) connect.toMillis(), TimeUnit.MILLISECONDS)
                            .readTimeout((int) answer.toMillis(), TimeUnit.MILLISECONDS))
                .build()));
  }

  void close(@Disposes MongoClient client) {
    client.close();
  }

  @Produces
  @Singleton
  MongoDatabase database(
      MongoClient client,
      @ConfigProperty(name = "cornershop.mongodb.database", defaultValue = "cornershop")
          String name) {
    return client.getDatabase(name);
  }

  /** What the repositories and templates read with, instead of a client of their own. */
  @Produces
  @Singleton
  @Database(DatabaseType.DOCUMENT)
  DatabaseManager repositories(
      MongoClient client, MongoDatabase database, ServedVersions versions) {
    return new PointedRepositories(
        new MongoDBDocumentConfiguration().get(client).apply(database.getName()), versions);
  }
}
