package io.cornershop.notifications.messages;

import java.util.Optional;

/**
 * A message as a person reads it.
 *
 * @param subject one line; also the title of a push message; empty for SMS
 * @param text plain text; all there is of an SMS, the body of a push message
 * @param html the same for mail programs that show it; everything from outside is escaped in it
 */
public record Content(String subject, String text, Optional<String> html) {}
