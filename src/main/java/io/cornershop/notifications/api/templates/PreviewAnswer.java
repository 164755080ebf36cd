package io.cornershop.notifications.api.templates;

import io.cornershop.notifications.messages.Content;
import java.util.Optional;

/**
 * A message as it would be sent, with facts that somebody made up.
 *
 * @param subject empty for SMS
 * @param html of e-mails
 */
public record PreviewAnswer(
    TemplateAnswer template, String subject, String text, Optional<String> html) {

  static PreviewAnswer of(TemplateAnswer template, Content content) {
    return new PreviewAnswer(template, content.subject(), content.text(), content.html());
  }
}
