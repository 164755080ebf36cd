package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.partitions.PolledRecords;
import io.cornershop.eventing.consuming.polling.Outlet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Between a poll loop and the runtime's channel: one subscriber, which gets a message for each poll
 * when it asked for one, on the poll loop's thread. The messages' acknowledgement means only that
 * the channel has taken the records; what is finished is said by each record.
 */
final class ChannelPublisher implements Publisher<Message<PolledRecords>>, Outlet {

  private static final long CANCELLED = -1;

  private final AtomicReference<Subscriber<? super Message<PolledRecords>>> subscriber =
      new AtomicReference<>();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicReference<Throwable> refusal = new AtomicReference<>();

  @Override
  public void subscribe(Subscriber<? super Message<PolledRecords>> channel) {
    if (!subscriber.compareAndSet(null, channel)) {
      throw new IllegalStateException("A channel has one subscriber");
    }
    channel.onSubscribe(
        new Subscription() {
          @Override
          public void request(long more) {
            demand.accumulateAndGet(more, ChannelPublisher::plus);
          }

          @Override
          public void cancel() {
            demand.set(CANCELLED);
          }
        });
  }

  private static long plus(long demand, long more) {
    if (demand == CANCELLED) {
      return CANCELLED;
    }
    return more > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + more;
  }

  @Override
  public boolean ready() {
    return demand.get() > 0;
  }

  @Override
  public void emit(PolledRecords records) {
    demand.accumulateAndGet(-1, ChannelPublisher::plus);
    subscriber.get().onNext(Message.of(records, this::taken, this::refused));
    Throwable failure = refusal.getAndSet(null);
    if (failure != null) {
      throw new IllegalStateException("The channel did not take what was polled", failure);
    }
  }

  private CompletionStage<Void> taken() {
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Void> refused(Throwable failure) {
    refusal.set(failure);
    return CompletableFuture.completedFuture(null);
  }
}
