package io.cornershop.eventing.consuming.steering;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** Wishes as documents. Pure. */
final class WishDocuments {

  private static final String CARRIED_OUT = "carriedOut";

  /** A field's name has no dot; a topic's has no comma. */
  private static final char DOT = ',';

  private WishDocuments() {}

  static Document write(Wish wish) {
    Document carriedOut = new Document();
    wish.carriedOut().forEach((name, number) -> carriedOut.append(fieldName(name), number));
    Document document = new Document("_id", wish.channel());
    document.putAll(changeable(wish));
    return document.append(CARRIED_OUT, carriedOut);
  }

  /** All but what partitions have noted. */
  static Document changeable(Wish wish) {
    return new Document("number", wish.number())
        .append("paused", wish.paused())
        .append("seeks", wish.seeks().stream().map(WishDocuments::write).toList())
        .append("asked", wish.asked());
  }

  static String carriedOutField(String partition) {
    return CARRIED_OUT + "." + fieldName(partition);
  }

  private static String fieldName(String partition) {
    return partition.replace('.', DOT);
  }

  private static Document write(Seek seek) {
    Document document = new Document("number", seek.number());
    return switch (seek.to()) {
      case SeekTarget.Beginning b -> document.append("to", "beginning");
      case SeekTarget.Position p ->
          document.append("to", "position").append("position", p.position());
      case SeekTarget.Timestamp t ->
          document.append("to", "timestamp").append("at", Date.from(t.at()));
      case SeekTarget.Offset o ->
          document
              .append("to", "offset")
              .append("topic", o.topic())
              .append("partition", o.partition())
              .append("offset", o.offset());
    };
  }

  static Wish read(Document document) {
    Map<String, Long> carriedOut =
        document.get(CARRIED_OUT, new Document()).entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().replace(DOT, '.'), e -> ((Number) e.getValue()).longValue()));
    List<Seek> seeks =
        document.getList("seeks", Document.class, List.of()).stream()
            .map(WishDocuments::readSeek)
            .toList();
    return new Wish(
        document.getString("_id"),
        document.getLong("number"),
        document.getBoolean("paused"),
        seeks,
        document.getList("asked", String.class, List.of()),
        carriedOut);
  }

  private static Seek readSeek(Document document) {
    return new Seek(document.getLong("number"), readTarget(document));
  }

  private static SeekTarget readTarget(Document document) {
    String to = document.getString("to");
    return switch (to) {
      case "beginning" -> new SeekTarget.Beginning();
      case "position" -> new SeekTarget.Position(document.getLong("position"));
      case "timestamp" -> new SeekTarget.Timestamp(document.getDate("at").toInstant());
      case "offset" ->
          new SeekTarget.Offset(
              document.getString("topic"),
              document.getInteger("partition"),
              document.getLong("offset"));
      default -> throw new IllegalStateException("A wish to seek to " + to);
    };
  }
}
