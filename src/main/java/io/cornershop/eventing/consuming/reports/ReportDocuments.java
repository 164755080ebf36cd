package io.cornershop.eventing.consuming.reports;

import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.ConsumerStatus.Held;
import io.cornershop.eventing.consuming.ConsumerStatus.Oldest;
import io.cornershop.eventing.consuming.ConsumerStatus.Partition;
import io.cornershop.eventing.consuming.ConsumerStatus.State;
import io.cornershop.eventing.consuming.ConsumerStatus.Stuck;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bson.Document;

/** Reports as documents. Pure. */
final class ReportDocuments {

  private ReportDocuments() {}

  static String id(String channel, String node) {
    return channel + "/" + node;
  }

  static Document write(NodeReport report) {
    ConsumerStatus s = report.status();
    return new Document("_id", id(s.channel(), report.node()))
        .append("channel", s.channel())
        .append("node", report.node())
        .append("at", Date.from(report.at()))
        .append("group", s.group())
        .append("state", s.state().name())
        .append("partitions", s.partitions().stream().map(ReportDocuments::partition).toList())
        .append("inFlight", s.inFlight())
        .append("held", s.held().stream().map(ReportDocuments::held).toList())
        .append("stuck", s.stuck().stream().map(ReportDocuments::stuck).toList())
        .append("healed", s.healed())
        .append("passedOver", s.passedOver())
        .append("ofOtherLives", s.ofOtherLives())
        .append("lastError", s.lastError().orElse(null));
  }

  static NodeReport read(Document d) {
    ConsumerStatus status =
        new ConsumerStatus(
            d.getString("channel"),
            d.getString("group"),
            State.valueOf(d.getString("state")),
            all(d, "partitions", ReportDocuments::readPartition),
            d.getInteger("inFlight"),
            all(d, "held", ReportDocuments::readHeld),
            all(d, "stuck", ReportDocuments::readStuck),
            d.getInteger("healed"),
            d.getLong("passedOver"),
            d.get("ofOtherLives", 0L),
            Optional.ofNullable(d.getString("lastError")));
    return new NodeReport(d.getString("node"), d.getDate("at").toInstant(), status);
  }

  private static <T> List<T> all(Document d, String name, Function<Document, T> read) {
    return d.getList(name, Document.class, List.of()).stream().map(read).toList();
  }

  private static Document partition(Partition p) {
    return new Document("topic", p.topic())
        .append("partition", p.partition())
        .append("position", p.position().orElse(null))
        .append("committed", p.committed().orElse(null))
        .append("unfinished", p.unfinished())
        .append("lag", p.lag().isPresent() ? p.lag().getAsLong() : null)
        .append("oldest", p.oldest().map(Oldest::offset).orElse(null))
        .append("oldestAge", p.oldest().map(o -> o.age().toString()).orElse(null))
        .append("history", p.history());
  }

  private static Partition readPartition(Document d) {
    return new Partition(
        d.getString("topic"),
        d.getInteger("partition"),
        Optional.ofNullable(d.getLong("position")),
        Optional.ofNullable(d.getLong("committed")),
        d.getInteger("unfinished"),
        Optional.ofNullable(d.getLong("lag")).map(OptionalLong::of).orElse(OptionalLong.empty()),
        Optional.ofNullable(d.getLong("oldest"))
            .map(offset -> new Oldest(offset, Duration.parse(d.getString("oldestAge")))),
        d.getBoolean("history"));
  }

  private static Document held(Held h) {
    return new Document("handler", h.handler())
        .append("key", h.key())
        .append("event", h.event())
        .append("kind", h.kind())
        .append("attempts", h.attempts())
        .append("since", h.since().toString())
        .append("reason", h.reason());
  }

  private static Held readHeld(Document d) {
    return new Held(
        d.getString("handler"),
        d.getString("key"),
        d.getString("event"),
        d.getString("kind"),
        d.getInteger("attempts"),
        Instant.parse(d.getString("since")),
        d.getString("reason"));
  }

  private static Document stuck(Stuck s) {
    return new Document("handler", s.handler())
        .append("event", s.event())
        .append("age", s.age().toString());
  }

  private static Stuck readStuck(Document d) {
    return new Stuck(
        d.getString("handler"), d.getString("event"), Duration.parse(d.getString("age")));
  }
}
