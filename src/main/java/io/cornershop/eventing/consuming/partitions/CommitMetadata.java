package io.cornershop.eventing.consuming.partitions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept beside a committed offset, as text: of which topic the offset is, and what is
 * finished behind it. Builds before had no topic id; what they wrote is read without one.
 *
 * @param topic the id of the topic that the offset is of, as far as it is known
 * @param note the text of a {@link CommitNote}
 */
record CommitMetadata(Optional<String> topic, String note) {

  private static final String MARK = "topic1:";
  private static final Pattern FORM = Pattern.compile(MARK + "([A-Za-z0-9_-]{1,40});(.*)");

  String text() {
    return topic.map(id -> MARK + id + ";" + note).orElse(note);
  }

  /** Reads what {@link #text} wrote; any other text is a note without a topic. */
  static CommitMetadata read(String text) {
    Matcher written = FORM.matcher(text);
    return written.matches()
        ? new CommitMetadata(Optional.of(written.group(1)), written.group(2))
        : new CommitMetadata(Optional.empty(), text);
  }
}
