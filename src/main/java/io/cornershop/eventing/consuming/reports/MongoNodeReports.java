package io.cornershop.eventing.consuming.reports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.cornershop.mongo.MongoCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Keeps reports in MongoDB, a document for each node and channel: {@code consumer_reports {_id:
 * "channel/node", channel, node, at, ...}}. There are so few that reading them all is cheap.
 */
public final class MongoNodeReports implements NodeReports {

  private static final String COLLECTION = "consumer_reports";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> reports;

  public MongoNodeReports(MongoDatabase database) {
    this.reports = database.getCollection(COLLECTION);
  }

  @Override
  public void publish(NodeReport report) {
    Document document = ReportDocuments.write(report);
    MongoCalls.of(() -> reports.replaceOne(Filters.eq(document.get("_id")), document, UPSERT));
  }

  @Override
  public List<NodeReport> of(String channel) {
    return MongoCalls.of(() -> reports.find(Filters.eq("channel", channel)).into(new ArrayList<>()))
        .stream()
        .map(ReportDocuments::read)
        .sorted(Comparator.comparing(NodeReport::node))
        .toList();
  }

  @Override
  public void withdraw(String node) {
    MongoCalls.of(() -> reports.deleteMany(Filters.eq("node", node)));
  }

  @Override
  public void forgetBefore(Instant time) {
    MongoCalls.of(() -> reports.deleteMany(Filters.lt("at", Date.from(time))));
  }
}
