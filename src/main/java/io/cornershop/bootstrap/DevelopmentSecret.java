package io.cornershop.bootstrap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The secret of those who have not set one: public, hence good for the local run only. */
final class DevelopmentSecret {

  static final String VALUE = "cornershop-development-secret-known-to-everybody";

  private static final Logger LOG = System.getLogger(DevelopmentSecret.class.getName());

  private DevelopmentSecret() {}

  /** Warns of a key that is still this one. */
  static void warnOf(String secret, String key) {
    if (secret.equals(VALUE)) {
      LOG.log(Level.WARNING, "{0} is not set: a secret that everybody knows is used", key);
    }
  }
}
