package io.cornershop.eventing.consuming.steering;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Keeps wishes as long as the test runs. */
public final class InMemoryWishes implements Wishes {

  private final Map<String, Wish> wishes = new ConcurrentHashMap<>();

  @Override
  public Wish of(String channel) {
    return wishes.getOrDefault(channel, Wish.none(channel));
  }

  @Override
  public Wish change(String channel, UnaryOperator<Wish> change) {
    return wishes.compute(
        channel,
        (name, wish) -> {
          Wish before = wish == null ? Wish.none(channel) : wish;
          Wish after = change.apply(before);
          return with(after, before.carriedOut());
        });
  }

  @Override
  public void carriedOut(String channel, String topic, int partition, long number) {
    wishes.computeIfPresent(
        channel,
        (name, wish) -> {
          Map<String, Long> noted = new HashMap<>(wish.carriedOut());
          noted.merge(Wish.partition(topic, partition), number, Math::max);
          return with(wish, noted);
        });
  }

  private static Wish with(Wish wish, Map<String, Long> carriedOut) {
    return new Wish(
        wish.channel(), wish.number(), wish.paused(), wish.seeks(), wish.asked(), carriedOut);
  }
}
