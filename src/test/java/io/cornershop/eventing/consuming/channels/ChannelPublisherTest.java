package io.cornershop.eventing.consuming.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.consuming.partitions.PolledRecords;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChannelPublisherTest {

  private static final PolledRecords POLLED = new PolledRecords(List.of());

  private final ChannelPublisher publisher = new ChannelPublisher();

  @Test
  void is_not_ready_before_somebody_asks() {
    Channel channel = new Channel(false);
    publisher.subscribe(channel);
    assertThat(publisher.ready()).isFalse();
    channel.subscription.request(1);
    assertThat(publisher.ready()).isTrue();
  }

  @Test
  void gives_one_message_for_each_that_was_asked_for() {
    Channel channel = new Channel(false);
    publisher.subscribe(channel);
    channel.subscription.request(2);
    publisher.emit(POLLED);
    publisher.emit(POLLED);
    assertThat(channel.taken).containsExactly(POLLED, POLLED);
    assertThat(publisher.ready()).isFalse();
  }

  @Test
  void tells_the_poll_loop_when_the_channel_refuses() {
    Channel channel = new Channel(true);
    publisher.subscribe(channel);
    channel.subscription.request(1);
    assertThatThrownBy(() -> publisher.emit(POLLED))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("refused");
  }

  @Test
  void gives_nothing_after_a_cancellation() {
    Channel channel = new Channel(false);
    publisher.subscribe(channel);
    channel.subscription.request(Long.MAX_VALUE);
    channel.subscription.cancel();
    channel.subscription.request(1);
    assertThat(publisher.ready()).isFalse();
  }

  @Test
  void never_runs_out_of_an_unbounded_demand() {
    Channel channel = new Channel(false);
    publisher.subscribe(channel);
    channel.subscription.request(Long.MAX_VALUE);
    channel.subscription.request(Long.MAX_VALUE);
    assertThat(publisher.ready()).isTrue();
  }

  /** What the runtime puts behind a publisher. */
  private static final class Channel implements Subscriber<Message<PolledRecords>> {

    private final List<PolledRecords> taken = new ArrayList<>();
    private final boolean refuses;
    private Subscription subscription;

    Channel(boolean refuses) {
      this.refuses = refuses;
    }

    @Override
    public void onSubscribe(Subscription s) {
      subscription = s;
    }

    @Override
    public void onNext(Message<PolledRecords> message) {
      if (refuses) {
        message.nack(new IllegalStateException("refused"));
      } else {
        taken.add(message.getPayload());
        message.ack();
      }
    }

    @Override
    public void onError(Throwable t) {
      throw new AssertionError(t);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("completed");
    }
  }
}
