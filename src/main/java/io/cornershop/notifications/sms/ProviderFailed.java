package io.cornershop.notifications.sms;

/** The SMS provider has answered that it failed. */
final class ProviderFailed extends RuntimeException {

  ProviderFailed(String answer) {
    super(answer, null, false, false);
  }
}
