package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.cornershop.testing.SmallApplication;
import jakarta.inject.Inject;
import java.util.List;
import org.bson.Document;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class JNoSqlReadBackIT {

  @Inject MongoDatabase database;
  @Inject ExcursionStore store;

  @Deployment
  static WebArchive application() {
    return SmallApplication.with(Rows.class.getPackage()).addClass("io.cornershop.bootstrap.Mongo");
  }

  private void write(Excursion row) {
    Document document = RowCodec.of(Excursion.class).write(row);
    document.append("_sources", List.of(new Document("a", 1))).append("_revision", 1L);
    database.getCollection("excursions").insertOne(document);
  }

  @Test
  void a_repository_reads_a_full_row_back() {
    Excursion row = Excursions.full("full");
    write(row);
    assertThat(store.findById("full")).contains(row);
  }

  @Test
  void a_repository_reads_a_bare_row_back() {
    Excursion row = Excursions.bare("bare");
    write(row);
    assertThat(store.findById("bare")).contains(row);
  }
}
