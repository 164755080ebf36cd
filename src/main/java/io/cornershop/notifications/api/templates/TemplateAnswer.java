package io.cornershop.notifications.api.templates;

import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Subject;

/**
 * A message that there is a template for.
 *
 * @param mandatory whether nobody can switch it off
 */
public record TemplateAnswer(
    String eventType, Channel channel, String language, boolean mandatory) {

  static TemplateAnswer of(Subject subject, Channel channel, String language) {
    boolean mandatory = subject.mandatory() && channel == Channel.EMAIL;
    return new TemplateAnswer(subject.eventType(), channel, language, mandatory);
  }

  /** Its place in the list. */
  String key() {
    return eventType + "/" + channel + "/" + language;
  }
}
