package io.cornershop.observability.traces;

import io.cornershop.eventing.store.AppendResult;
import io.cornershop.eventing.store.EventStore;
import io.cornershop.eventing.store.ForwardingStore;
import io.cornershop.eventing.store.NewCommit;
import io.cornershop.kernel.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Optional;

/**
 * A store with a span for each append. It is part of the command whose events it holds; of several
 * commands it is part of none, and has a link to each. Thread-safe.
 */
public final class TracedStore extends ForwardingStore {

  private static final String OPERATION = "insert";
  private static final String COLLECTION = "commits";

  private final Spans spans;
  private final String database;

  /**
   * @param database where the store is
   */
  public TracedStore(EventStore store, Spans spans, String database) {
    super(store);
    this.spans = spans;
    this.database = database;
  }

  @Override
  public AppendResult append(NewCommit commit) {
    Span span = begin(commit);
    try {
      AppendResult result = super.append(commit);
      span.told(result.getClass().getSimpleName());
      return result;
    } catch (RuntimeException e) {
      span.failed(e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }

  private Span begin(NewCommit commit) {
    String name = OPERATION + " " + COLLECTION;
    List<Optional<String>> commands =
        commit.events().stream().map(event -> event.metadata().traceparent()).distinct().toList();
    Optional<SpanBuilder> builder =
        commands.size() == 1
            ? Optional.of(spans.under(name, SpanKind.CLIENT, commands.getFirst()))
            : spans.beside(name, SpanKind.CLIENT, commands);
    return builder.<Span>map(begun -> begun(begun, commit)).orElse(Span.NONE);
  }

  private Span begun(SpanBuilder builder, NewCommit commit) {
    return new NotedSpan(
        builder
            .setAttribute(Attribute.DB_SYSTEM, "mongodb")
            .setAttribute(Attribute.DB_NAMESPACE, database)
            .setAttribute(Attribute.DB_OPERATION, OPERATION)
            .setAttribute(Attribute.DB_COLLECTION, COLLECTION)
            .setAttribute(Attribute.AGGREGATE_TYPE, commit.onto().stream().aggregateType())
            .setAttribute(Attribute.AGGREGATE_ID, commit.onto().stream().aggregateId())
            .setAttribute(Attribute.COMMANDS, (long) commit.commands().size())
            .setAttribute(Attribute.EVENTS, (long) commit.events().size())
            .startSpan());
  }
}
