package io.cornershop.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.TimeUnit;

/** Asks the application again and again whether it is ready. */
final class Readiness {

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final long PAUSE_MILLIS = 150;

  private final URL address;

  Readiness(Settings settings) throws IOException {
    this.address = URI.create(settings.uri() + "/health/ready").toURL();
  }

  /** Whether it has become ready within the time. */
  boolean await(long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() - deadline < 0) {
      if (isReady()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
