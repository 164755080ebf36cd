package io.cornershop.eventing.projections;

/** Lets tests of other packages see a row as it comes back from the database. */
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
}
