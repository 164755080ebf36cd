package io.cornershop.eventing.projections;

import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Lets tests of other packages see a row as it lies in the database, and as it comes back. */
public final class StoredForm {

  private StoredForm() {}

  /**
   * The row, written and read.
   *
   * @throws IllegalArgumentException when the row breaks a convention of the package
   */
  public static <V> V of(Projection<V> projection, V row) {
    RowCodec<V> codec = RowCodec.of(projection.rowType());
    return codec.read(codec.write(row));
  }

  /** The document of a row, with the sequence of each stream that it includes. */
  public static Document documentOf(Projection<?> projection, Row<?> row) {
    Map<String, Object> sources = new TreeMap<>();
    row.sources()
        .marks()
        .forEach((stream, mark) -> sources.put(stream.toString(), mark.sequence()));
    Document document = new Document("_id", row.id());
    document.putAll(RowCodec.of(projection.rowType()).write(row.value()));
    return document.append("_sources", new Document(sources));
  }
}
