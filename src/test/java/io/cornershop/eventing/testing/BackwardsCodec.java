package io.cornershop.eventing.testing;

import io.cornershop.eventing.events.PersonalDataCodec;

/** A codec whose work is easy to see: the subject, then the value backwards. */
public final class BackwardsCodec implements PersonalDataCodec {

  @Override
  public String protect(String subject, String value) {
    return subject + ":" + backwards(value);
  }

  @Override
  public String reveal(String subject, String stored) {
    return backwards(stored.substring(subject.length() + 1));
  }

  private static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
