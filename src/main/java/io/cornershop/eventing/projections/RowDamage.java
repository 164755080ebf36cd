package io.cornershop.eventing.projections;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Tells whether what the engine keeps beside the columns of a row is as the engine writes it. */
public final class RowDamage {

  private RowDamage() {}

  /** Those of the engine's fields of a stored row that are not as any build writes them. */
  public static List<String> in(Document row) {
    return Stream.of(
            row.get(RowDocuments.ID) instanceof String ? "" : RowDocuments.ID,
            SourceDocuments.isWhole(row.get(SourceDocuments.SOURCES))
                ? ""
                : SourceDocuments.SOURCES,
            row.get(RowDocuments.REVISION) instanceof Long ? "" : RowDocuments.REVISION)
        .filter(field -> !field.isEmpty())
        .toList();
  }
}
