package io.cornershop.eventing.store.mongo;

import static io.cornershop.eventing.store.CommitFixtures.NOON;
import static io.cornershop.eventing.store.CommitFixtures.NO_DOOR;
import static io.cornershop.eventing.store.CommitFixtures.commitOf;
import static io.cornershop.eventing.store.CommitFixtures.commitWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.store.Commit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitDocumentsTest {

  private static final Commit FULL =
      commitWith(NO_DOOR, "a", "{\"total\":1}").toCommit(NOON, "epoch-1");

  /** Shows the type of every number. */
  private static final JsonWriterSettings EXACT =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private static Document documentOf(Commit commit) {
    return CommitDocuments.write(commit, true).decode(new DocumentCodec());
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = CommitDocumentsTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keep_the_form_in_which_histories_are_stored() throws IOException {
    Document expected = Document.parse(resource("/store/commit.v1.json"));

    assertThat(documentOf(FULL).toJson(EXACT)).isEqualTo(expected.toJson(EXACT));
  }

  @Test
  void give_back_the_commit_that_was_written() {
    Commit many = commitOf(FULL.head(), "b", "c", "d").toCommit(NOON, "epoch-1");

    assertThat(CommitDocuments.read(documentOf(FULL))).isEqualTo(FULL);
    assertThat(CommitDocuments.read(documentOf(many))).isEqualTo(many);
  }
}
