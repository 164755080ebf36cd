package io.cornershop.observability.levels;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.mongo.Durable;
import io.cornershop.mongo.MongoCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Keeps wishes in MongoDB: {@code log_levels {_id: logger, level, until}}. There are only few. */
public final class MongoLevelWishes implements LevelWishes {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> wishes;

  public MongoLevelWishes(MongoDatabase database) {
    this.wishes = Durable.database(database).getCollection("log_levels");
  }

  @Override
  public List<LevelWish> all() {
    return MongoCalls.of(() -> wishes.find().into(new ArrayList<>())).stream()
        .map(MongoLevelWishes::read)
        .sorted(Comparator.comparing(LevelWish::logger))
        .toList();
  }

  private static LevelWish read(Document document) {
    return new LevelWish(
        document.getString("_id"),
        LogLevel.valueOf(document.getString("level")),
        document.getDate("until").toInstant());
  }

  @Override
  public boolean put(LevelWish wish) {
    Document document =
        new Document("_id", wish.logger())
            .append("level", wish.level().name())
            .append("until", Date.from(wish.until()));
    Document same = new Document("_id", wish.logger());
    return MongoCalls.of(() -> wishes.replaceOne(same, document, UPSERT)).getMatchedCount() == 0;
  }

  @Override
  public void remove(String logger) {
    MongoCalls.of(() -> wishes.deleteOne(new Document("_id", logger)));
  }
}
