package io.cornershop.notifications;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a person wants to be told. Mandatory e-mails come all the same.
 *
 * @param language a language tag of those that there are templates in, for instance {@code fr}
 * @param channels by which messages may come
 * @param quietHours when SMS and push messages wait
 */
public record Preferences(String language, Set<Channel> channels, Optional<QuietHours> quietHours) {

  /** Of who has said nothing: English, all channels, at any time. */
  public static final Preferences USUAL =
      new Preferences("en", EnumSet.allOf(Channel.class), Optional.empty());

  public Preferences {
    channels = Set.copyOf(channels);
  }
}
