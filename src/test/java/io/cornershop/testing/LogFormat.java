package io.cornershop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the image writes its log, for a server whose log a test reads from a file. */
final class LogFormat {

  private static final String MAPPINGS = "WLP_LOGGING_JSON_FIELD_MAPPINGS";
  private static final Pattern IN_IMAGE = Pattern.compile(MAPPINGS + "=(\\S+)");

  private LogFormat() {}

  static Map<String, String> ofImage() {
    return Map.of(
        "WLP_LOGGING_MESSAGE_FORMAT",
        "json",
        "WLP_LOGGING_MESSAGE_SOURCE",
        "message",
        MAPPINGS,
        mappings());
  }

  private static String mappings() {
    try {
      Matcher found = IN_IMAGE.matcher(Files.readString(Path.of("liberty", "Dockerfile")));
      if (!found.find()) {
        throw new IllegalStateException("The image maps no fields");
      }
      return found.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
