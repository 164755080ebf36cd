package io.cornershop.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops at the end of the test session what the tests have shared. */
public final class PlatformSession implements LauncherSessionListener {

  private static final Queue<RunningPlatform> SHARED = new ConcurrentLinkedQueue<>();

  static void closeAtEnd(RunningPlatform platform) {
    SHARED.add(platform);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    SHARED.forEach(RunningPlatform::close);
    SHARED.clear();
  }
}
