package io.cornershop.eventing.crashes;

import io.cornershop.eventing.testing.CounterFixtures;
import io.cornershop.kernel.CommandId;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What writers were acknowledged, in files that outlive their processes. */
record Journal(Path folder) {

  /** The file of one writer: one line with the sequence for each command, in order. */
  static final class Page implements AutoCloseable {
    private final int acknowledged;
    private final OutputStream file;

    private Page(int acknowledged, OutputStream file) {
      this.acknowledged = acknowledged;
      this.file = file;
    }

    /** How many commands were acknowledged when the page was opened. */
    int acknowledged() {
      return acknowledged;
    }

    void add(long sequence) throws IOException {
      file.write((sequence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  Page open(String writer) throws IOException {
    Path file = folder.resolve(writer);
    int acknowledged = Files.exists(file) ? Files.readAllLines(file).size() : 0;
    return new Page(acknowledged, new FileOutputStream(file.toFile(), true));
  }

  /** The idempotency key of a writer's n-th command. */
  static String key(String writer, int number) {
    return writer + "/" + number;
  }

  /** The most commands that a writer was acknowledged. */
  int longest() throws IOException {
    int longest = 0;
    for (Path page : pages()) {
      longest = Math.max(longest, Files.readAllLines(page).size());
    }
    return longest;
  }

  /** All acknowledged commands with the sequence that each was answered. */
  Map<CommandId, Long> acknowledged() throws IOException {
    Map<CommandId, Long> acknowledged = new HashMap<>();
    for (Path page : pages()) {
      List<String> lines = Files.readAllLines(page);
      for (int i = 0; i < lines.size(); i++) {
        String key = key(page.getFileName().toString(), i);
        acknowledged.put(CounterFixtures.context(key).commandId(), Long.valueOf(lines.get(i)));
      }
    }
    return acknowledged;
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(folder)) {
      return pages.toList();
    }
  }
}
