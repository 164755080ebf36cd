package io.cornershop.journeys;

import io.cornershop.json.Json;
import io.cornershop.notifications.email.ScriptedSmtpServer;
import io.cornershop.notifications.push.PushBrowser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has come to a person by all ways.
 *
 * @param browser that can read what is pushed
 */
record ArrivedMessages(ScriptedSmtpServer mail, PhonesAndBrowsers others, PushBrowser browser) {

  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <n-(.*)-n@");
  private static final Pattern MARK = Pattern.compile("\\[(.*)]$");

  /**
   * How many messages have come with each id; those that are no one's are under what they say.
   *
   * @param ids that there are; of an SMS only the end is seen
   */
  Map<String, Long> byId(List<String> ids) {
    return Stream.of(
            mail.messages().stream().map(text -> found(MESSAGE_ID, text)),
            others.texts().stream().map(text -> whole(found(MARK, text.body()), ids)),
            others.pushed().stream().map(browser::read).map(ArrivedMessages::idIn))
        .flatMap(Function.identity())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static String found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(f -> f.group(1)).findFirst().orElse(text);
  }

  private static String whole(String end, List<String> ids) {
    return ids.stream().filter(id -> id.endsWith(end)).findFirst().orElse(end);
  }

  private static String idIn(String pushed) {
    return Json.TOLERANT.readTree(pushed).path("id").asString();
  }
}
