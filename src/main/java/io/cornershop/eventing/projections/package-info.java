/**
 * From events to documents that are read: one row at a time, guarded per source stream, so that a
 * repeated event changes nothing and a missing one is fetched from the store.
 *
 * <h2>How to write a view</h2>
 *
 * <p>A view is three types: the row, its {@link io.cornershop.eventing.projections.Projection} (an
 * application-scoped bean) and the repository that the resources read.
 *
 * <pre>{@code
 * @Entity("order_details")
 * public record OrderDetails(
 *     @Id String orderId,
 *     @Column String status,
 *     @Column @Convert(MoneyColumn.class) Optional<Money> totalAmount,
 *     @Column List<Line> lines,
 *     @Column Optional<String> trackingNumber,
 *     @Column @Convert(InstantColumn.class) Instant updatedAt,
 *     @Column @Convert(InstantColumn.class) Optional<Instant> shippedAt) {
 *
 *   @Embeddable(EmbeddableType.GROUPING)
 *   public record Line(
 *       @Column String productId,
 *       @Column int quantity,
 *       @Column @Convert(MoneyColumn.class) Money unitPrice) {}
 * }
 *
 * @Repository
 * public interface OrderDetailsStore extends DataRepository<OrderDetails, String> {
 *   Optional<OrderDetails> findByOrderId(String orderId);
 *
 *   CursoredPage<OrderDetails> findByStatusOrderByUpdatedAtDescOrderIdAsc(
 *       String status, PageRequest page);
 * }
 * }</pre>
 *
 * <ol>
 *   <li>The row is a public record; every component carries {@code @Id} (one, a text) or
 *       {@code @Column}. No explicit canonical constructor other than a compact one.
 *   <li>A component is a {@code String}, {@code int}, {@code long}, {@code boolean}, an enum, a
 *       value with {@code @Convert}, a grouping {@code @Embeddable} record, a {@code List} of
 *       strings or of such records, or an {@code Optional} of a text, a number, a {@code Boolean}
 *       or a value with {@code @Convert}. Never null. The platform does not start with any other
 *       row.
 *   <li>What may be missing is {@code Optional} and is then absent from the document, too; a row
 *       that another stream's event made first has empty optionals, texts and lists. The row must
 *       be the same whichever stream was first: {@code ProjectionSpec} tries all orders.
 *   <li>Ids are kept as text. Money is {@link io.cornershop.kernel.Money} by {@link
 *       io.cornershop.eventing.projections.MoneyColumn}, a time is an {@link java.time.Instant} by
 *       {@link io.cornershop.eventing.projections.InstantColumn}.
 *   <li>A row is made of few streams, because its guards grow with them. What spans many aggregates
 *       has a row for each, and a total is the sum over rows.
 *   <li>Repositories only read: what they write would lose the guards of the row. Queries are
 *       method names: by text, constant, time, optional, or an element of a list of texts; {@code
 *       OrderBy}, and pages by cursor whose order ends with the id. {@code @OrderBy} and totals are
 *       {@code @Query} on lists are not supported.
 *   <li>Fields that begin with an underscore belong to the engine.
 *   <li>A column that is added later is {@code Optional} or a list until the view is rebuilt.
 * </ol>
 */
package io.cornershop.eventing.projections;
