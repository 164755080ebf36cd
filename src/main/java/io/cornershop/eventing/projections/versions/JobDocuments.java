package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.versions.Progress.Scan;
import io.cornershop.eventing.projections.versions.RebuildJob.Phase;
import io.cornershop.eventing.projections.versions.RebuildJob.Status;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Jobs as documents. */
final class JobDocuments {

  private JobDocuments() {}

  static Document write(RebuildJob job) {
    Document document =
        new Document("order", order(job.order()))
            .append("status", job.status().name())
            .append("phase", job.phase().name())
            .append("progress", progress(job.progress()))
            .append("owner", job.owner())
            .append("reason", job.reason());
    job.comparison().ifPresent(found -> document.append("comparison", comparison(found)));
    return document;
  }

  static RebuildJob read(Document stored) {
    return new RebuildJob(
        order(stored.get("order", Document.class)),
        Status.valueOf(stored.getString("status")),
        Phase.valueOf(stored.getString("phase")),
        progress(stored.get("progress", Document.class)),
        Optional.ofNullable(stored.get("comparison", Document.class)).map(JobDocuments::comparison),
        stored.getString("owner"),
        stored.getString("reason"));
  }

  private static Document order(RebuildOrder order) {
    return new Document("id", order.id())
        .append("kind", order.kind().name())
        .append("target", StateDocuments.version(order.target()))
        .append("flip", order.flip().name())
        .append("epoch", order.epoch())
        .append("askedAt", Date.from(order.askedAt()));
  }

  private static RebuildOrder order(Document stored) {
    return new RebuildOrder(
        stored.getString("id"),
        RebuildOrder.Kind.valueOf(stored.getString("kind")),
        StateDocuments.version(stored.get("target", Document.class)),
        FlipWhen.valueOf(stored.getString("flip")),
        stored.getString("epoch"),
        stored.getDate("askedAt").toInstant());
  }

  private static Document progress(Progress progress) {
    Document document =
        new Document("number", progress.number())
            .append("head", progress.head())
            .append("events", progress.events())
            .append("commitsPerSecond", progress.commitsPerSecond());
    progress.scan().ifPresent(scan -> document.append("scan", scan(scan)));
    return document;
  }

  private static Progress progress(Document stored) {
    return new Progress(
        stored.getLong("number"),
        stored.getLong("head"),
        stored.getLong("events"),
        stored.getDouble("commitsPerSecond"),
        Optional.ofNullable(stored.get("scan", Document.class)).map(JobDocuments::scan));
  }

  private static Document scan(Scan scan) {
    return new Document("commit", scan.place().commitId())
        .append("sequence", scan.place().sequence())
        .append("read", scan.read())
        .append("all", scan.all())
        .append("latest", Date.from(scan.latest()));
  }

  private static Scan scan(Document stored) {
    return new Scan(
        new StreamPlace(stored.getString("commit"), stored.getLong("sequence")),
        stored.getLong("read"),
        stored.getLong("all"),
        stored.getDate("latest").toInstant());
  }

  private static Document comparison(Comparison found) {
    return new Document("rows", found.rows())
        .append("differences", found.differences())
        .append("examples", found.examples().stream().map(JobDocuments::difference).toList());
  }

  private static Comparison comparison(Document stored) {
    List<Difference> examples =
        stored.getList("examples", Document.class).stream().map(JobDocuments::difference).toList();
    return new Comparison(stored.getLong("rows"), stored.getLong("differences"), examples);
  }

  private static Document difference(Difference difference) {
    return new Document("rowId", difference.rowId())
        .append("kind", difference.kind().name())
        .append("columns", difference.columns());
  }

  private static Difference difference(Document stored) {
    return new Difference(
        stored.getString("rowId"),
        Difference.Kind.valueOf(stored.getString("kind")),
        stored.getList("columns", String.class));
  }
}
