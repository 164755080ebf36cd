package io.cornershop.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** As much of Prometheus' query language as is needed to see which metrics a query names. */
final class PromQl {

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern LABELS =
      Pattern.compile("\\b(?:by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern FUNCTION = Pattern.compile("[a-z_0-9]+\\s*\\(");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_:][\\w:]*");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "by", "on", "group_left");

  private PromQl() {}

  /** The names of the metrics in it, those of recording rules among them. */
  static Set<String> metrics(String expression) {
    String bare = TEXT.matcher(expression).replaceAll("''");
    bare = MATCHERS.matcher(bare).replaceAll(" ");
    bare = RANGE.matcher(bare).replaceAll(" ");
    bare = LABELS.matcher(bare).replaceAll(" ");
    bare = FUNCTION.matcher(bare).replaceAll("(");
    Set<String> names = new TreeSet<>();
    NAME.matcher(bare).results().map(match -> match.group()).forEach(names::add);
    names.removeAll(WORDS);
    return names;
  }
}
