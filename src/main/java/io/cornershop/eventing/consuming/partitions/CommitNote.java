package io.cornershop.eventing.consuming.partitions;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is finished behind a committed offset. It travels as the metadata of the commit, so that the
 * next owner of the partition handles again only what was not finished, also when one held event
 * keeps the committed offset far back.
 *
 * @param next everything before it is finished, but for
 * @param unfinished these
 */
record CommitNote(long next, SortedSet<Long> unfinished) {

  /** Nothing is finished behind the offset. */
  static final CommitNote NONE = new CommitNote(0, new TreeSet<>());

  /** A broker refuses more than 4,096 bytes. */
  private static final int MAX_LENGTH = 4_000;

  private static final String MARK = "finished1:";
  private static final Pattern FORM = Pattern.compile(MARK + "([0-9a-z]+):([0-9a-z,]+)");
  private static final int RADIX = 36;

  boolean finished(long offset) {
    return offset < next && !unfinished.contains(offset);
  }

  /** The note after records up to {@code position} came, of which {@code open} are unfinished. */
  CommitNote continuedBy(long position, SortedSet<Long> open) {
    SortedSet<Long> all = new TreeSet<>(unfinished.tailSet(position));
    all.addAll(open);
    return new CommitNote(Math.max(next, position), all);
  }

  /** The note as text beside the committed offset {@code base}; empty when it says nothing. */
  String text(long base) {
    if (next <= base || unfinished.isEmpty()) {
      return "";
    }
    List<String> gaps = new ArrayList<>();
    int length = MARK.length();
    long last = base;
    for (long offset : unfinished) {
      String gap = Long.toString(offset - last, RADIX);
      length += gap.length() + 1;
      if (length > MAX_LENGTH) {
        // What does not fit comes again, which is allowed.
        return written(offset - base, gaps);
      }
      gaps.add(gap);
      last = offset;
    }
    return written(next - base, gaps);
  }

  private static String written(long distance, List<String> gaps) {
    return MARK + Long.toString(distance, RADIX) + ":" + String.join(",", gaps);
  }

  /** Reads what {@link #text} wrote; any other text says nothing. */
  static CommitNote read(long base, String text) {
    Matcher written = FORM.matcher(text);
    if (!written.matches()) {
      return NONE;
    }
    try {
      long next = base + number(written.group(1));
      return new CommitNote(next, offsets(base, written.group(2)));
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  private static SortedSet<Long> offsets(long base, String gaps) {
    SortedSet<Long> offsets = new TreeSet<>();
    long last = base;
    for (String gap : gaps.split(",", -1)) {
      last += number(gap);
      offsets.add(last);
    }
    return offsets;
  }

  private static long number(String text) {
    return Long.parseLong(text, RADIX);
  }
}
