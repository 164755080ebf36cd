package io.cornershop.notifications.sms;

import java.util.Map;

/**
 * How the SMS provider is asked: once each time, and for a bounded time. Implementations are
 * thread-safe, and answer instead of throwing.
 */
interface SmsCalls {

  /** Hands a message over. */
  SmsReply create(Map<String, String> fields);

  /** The newest messages to a number. */
  SmsReply list(String to, int limit);
}
