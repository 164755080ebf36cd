package io.cornershop.bench;

import java.util.Locale;

/** How ours is compared with the other side, and what is promised about it. */
sealed interface Target {

  /** Ours against the other side, round by round. */
  Series compare(Series ours, Series other);

  boolean isMet(double median);

  String text();

  /** At least so many times the other side; for rates, where more is better. */
  record AtLeast(double ratio) implements Target {
    @Override
    public Series compare(Series ours, Series other) {
      return ours.against(other, (a, b) -> a / b);
    }

    @Override
    public boolean isMet(double median) {
      return median >= ratio;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "at least %.2f", ratio);
    }
  }

  /** At most so many times the other side; for sizes. */
  record AtMost(double ratio) implements Target {
    @Override
    public Series compare(Series ours, Series other) {
      return ours.against(other, (a, b) -> a / b);
    }

    @Override
    public boolean isMet(double median) {
      return median <= ratio;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "at most %.2f", ratio);
    }
  }

  /** At most so much more than the other side; for times. */
  record Within(double difference) implements Target {
    @Override
    public Series compare(Series ours, Series other) {
      return ours.against(other, (a, b) -> a - b);
    }

    @Override
    public boolean isMet(double median) {
      return median <= difference;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "at most +%.2f", difference);
    }
  }
}
