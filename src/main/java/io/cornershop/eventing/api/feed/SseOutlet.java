package io.cornershop.eventing.api.feed;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Server-sent events. Waits for each until it is written; a client that takes nothing for too long
 * is let go, and may come again with its {@code Last-Event-ID}.
 */
final class SseOutlet implements FeedOutlet {

  private static final long LONGEST_WRITE_SECONDS = 30;

  private final SseEventSink sink;
  private final Sse sse;

  SseOutlet(SseEventSink sink, Sse sse) {
    this.sink = sink;
    this.sse = sse;
  }

  @Override
  public void event(EventEnvelope event) {
    send(
        sse.newEventBuilder()
            .id(Long.toString(event.position().orElseThrow()))
            .name(event.type().name())
            .data(EnvelopeJson.write(event))
            .build());
  }

  @Override
  public void comment(String text) {
    send(sse.newEventBuilder().comment(text).build());
  }

  private void send(OutboundSseEvent event) {
    try {
      sink.send(event).toCompletableFuture().get(LONGEST_WRITE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public boolean isOpen() {
    return !sink.isClosed();
  }

  @Override
  public void close() {
    try {
      sink.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
