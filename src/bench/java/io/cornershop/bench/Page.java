package io.cornershop.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page with the results, in which a run can replace the table between two marks. */
record Page(Path file) {

  private static final String BEGIN = "<!-- results: begin -->\n";
  private static final String END = "<!-- results: end -->\n";

  /**
   * Puts the results between the marks.
   *
   * @throws IllegalStateException when the page lacks them
   */
  void write(String results) {
    try {
      String text = Files.readString(file);
      int begin = text.indexOf(BEGIN);
      int end = text.indexOf(END);
      if (begin < 0 || end < begin) {
        throw new IllegalStateException(file + " does not say where the results belong");
      }
      Files.writeString(
          file, text.substring(0, begin + BEGIN.length()) + results + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
