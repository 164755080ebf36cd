package io.cornershop.notifications;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a person wants to be told. Mandatory e-mails come all the same.
 *
 * @param language a language tag of those that there are templates in, for instance {@code fr}
 * @param channels by which messages may come, always in the order of {@link Channel}
 * @param quietHours when SMS and push messages wait
 */
public record Preferences(String language, Set<Channel> channels, Optional<QuietHours> quietHours) {

  /** Of who has said nothing: English, all channels, at any time. */
  public static final Preferences USUAL =
      new Preferences("en", EnumSet.allOf(Channel.class), Optional.empty());

  public Preferences {
    channels = inOrder(channels);
  }

  /** These channels, each once. */
  public Preferences(
      String language, Collection<Channel> channels, Optional<QuietHours> quietHours) {
    this(language, inOrder(channels), quietHours);
  }

  private static Set<Channel> inOrder(Collection<Channel> channels) {
    Set<Channel> ordered = EnumSet.noneOf(Channel.class);
    ordered.addAll(channels);
    return Collections.unmodifiableSet(ordered);
  }

  /** The same without a channel. */
  public Preferences without(Channel channel) {
    Set<Channel> left = EnumSet.noneOf(Channel.class);
    left.addAll(channels);
    left.remove(channel);
    return new Preferences(language, left, quietHours);
  }
}
