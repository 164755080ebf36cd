package io.cornershop.eventing.projections;

import io.cornershop.eventing.events.StreamId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** {@link Sources} as an array of documents: stream names may hold dots, so they are no keys. */
public final class SourceDocuments {

  /** The field of a row in which they lie. */
  public static final String SOURCES = "_sources";

  private static final String TYPE = "type";
  private static final String ID = "id";
  private static final String SEQUENCE = "sequence";
  private static final String EPOCH = "epoch";

  private SourceDocuments() {}

  static List<Document> write(Sources sources) {
    return sources.marks().entrySet().stream()
        .map(
            mark ->
                new Document(TYPE, mark.getKey().aggregateType())
                    .append(ID, mark.getKey().aggregateId())
                    .append(SEQUENCE, mark.getValue().sequence())
                    .append(EPOCH, mark.getValue().epoch()))
        .toList();
  }

  /** Whether it is what {@link #write} makes. */
  static boolean isWhole(Object stored) {
    return stored instanceof List<?> marks && marks.stream().allMatch(SourceDocuments::isMark);
  }

  private static boolean isMark(Object stored) {
    return stored instanceof Document mark
        && mark.get(TYPE) instanceof String
        && mark.get(ID) instanceof String
        && mark.get(SEQUENCE) instanceof Long
        && mark.get(EPOCH) instanceof String;
  }

  /** What a stored row includes. */
  public static Sources read(List<Document> stored) {
    Map<StreamId, Sources.Mark> marks = new LinkedHashMap<>();
    for (Document mark : stored) {
      marks.put(
          new StreamId(mark.getString(TYPE), mark.getString(ID)),
          new Sources.Mark(mark.getLong(SEQUENCE), mark.getString(EPOCH)));
    }
    return new Sources(marks);
  }
}
