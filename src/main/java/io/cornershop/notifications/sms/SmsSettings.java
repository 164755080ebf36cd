package io.cornershop.notifications.sms;

import java.time.Duration;

/**
 * How the SMS provider is reached.
 *
 * @param baseUrl without a slash at its end
 * @param account the account's SID, which is also the user's name
 * @param token the password
 * @param sender a number in E.164 form or a name, or the SID of a messaging service
 * @param timeout for a connection, and for an answer
 */
public record SmsSettings(
    String baseUrl, String account, String token, String sender, Duration timeout) {

  private static final String SERVICE = "MG[0-9a-fA-F]{32}";

  /** The name of the field that {@link #sender} goes into. */
  String senderField() {
    return sender.matches(SERVICE) ? "MessagingServiceSid" : "From";
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SMS at " + baseUrl;
  }
}
