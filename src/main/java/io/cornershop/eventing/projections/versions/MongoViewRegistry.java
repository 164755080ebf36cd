package io.cornershop.eventing.projections.versions;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.cornershop.eventing.projections.ViewCollections;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** States of views on MongoDB, one document each. Thread-safe. */
public final class MongoViewRegistry implements ViewRegistry {

  private static final String SILENT = "The states of the views do not answer";
  private static final String ID = "_id";
  private static final int FIRST_FOLD = 1;

  private final MongoCollection<Document> states;

  public MongoViewRegistry(MongoDatabase database) {
    this.states = Durable.database(database).getCollection(ViewCollections.REGISTRY);
  }

  @Override
  public Optional<ViewState> find(String view) {
    return MongoCalls.of(
        SILENT,
        () ->
            Optional.ofNullable(states.find(new Document(ID, view)).first())
                .filter(StateDocuments::isWhole)
                .map(StateDocuments::read));
  }

  @Override
  public List<ViewState> all() {
    return MongoCalls.of(
        SILENT,
        () -> {
          List<ViewState> all = new ArrayList<>();
          for (Document state : states.find()) {
            if (StateDocuments.isWhole(state)) {
              all.add(StateDocuments.read(state));
            }
          }
          return all;
        });
  }

  /**
   * Builds before there were folds have left a document with a version alone; it becomes whole, and
   * its rows are of the first fold.
   */
  @Override
  public ViewState ensure(String view, int fold) {
    return find(view)
        .orElseGet(
            () -> {
              int made = MongoCalls.of(SILENT, () -> isKnown(view)) ? FIRST_FOLD : fold;
              Document first = StateDocuments.write(ViewState.first(view, made));
              MongoCalls.of(SILENT, () -> insert(first));
              return find(view).orElseThrow();
            });
  }

  private boolean isKnown(String view) {
    return states.find(new Document(ID, view)).first() != null;
  }

  private boolean insert(Document first) {
    Document id = new Document(ID, first.remove(ID));
    Document absent = new Document(id).append(StateDocuments.REVISION, null);
    states.updateOne(id, new Document("$setOnInsert", first), new UpdateOptions().upsert(true));
    return states.updateOne(absent, new Document("$set", first)).wasAcknowledged();
  }

  @Override
  public boolean save(ViewState next) {
    Document before =
        new Document(ID, next.view()).append(StateDocuments.REVISION, next.revision() - 1);
    return MongoCalls.of(
        SILENT, () -> states.replaceOne(before, StateDocuments.write(next)).getMatchedCount() == 1);
  }
}
