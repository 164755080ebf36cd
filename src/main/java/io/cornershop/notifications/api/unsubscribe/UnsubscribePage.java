package io.cornershop.notifications.api.unsubscribe;

import java.util.List;
import java.util.Locale;

/** What a person sees who follows the link, in the languages of the messages. */
enum UnsubscribePage {
  ENGLISH(
      "en",
      new Words(
          "No more messages?",
          "We will send you no more e-mails that you can do without.",
          "End these messages"),
      new Words(
          "Done",
          "You will get no more e-mails that you can do without. Those that the law wants come all"
              + " the same.",
          "")),
  FRENCH(
      "fr",
      new Words(
          "Plus de messages ?",
          "Nous ne vous enverrons plus d’e-mails facultatifs.",
          "Ne plus recevoir ces messages"),
      new Words(
          "C’est fait",
          "Vous ne recevrez plus d’e-mails facultatifs. Ceux que la loi impose vous parviendront"
              + " encore.",
          ""));

  private record Words(String title, String text, String button) {}

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>CornerShop</title>
      <style>
      body { margin: 0 auto; max-width: 34rem; padding: 3rem 1.5rem; background: #f2f0eb; color: #26241f;
             font: 1rem/1.5 Helvetica, Arial, sans-serif; }
      h1 { font-size: 1.5rem; color: #1f4d3a; }
      button { padding: .75rem 1.5rem; border: 0; border-radius: 6px; background: #1f4d3a; color: #fff;
               font: inherit; cursor: pointer; }
      </style>
      </head>
      <body>
      <main>
      <h1>%2$s</h1>
      <p>%3$s</p>
      %4$s</main>
      </body>
      </html>
      """;

  private static final String FORM =
      """
      <form method="post">
      <input type="hidden" name="List-Unsubscribe" value="One-Click">
      <button type="submit">%s</button>
      </form>
      """;

  private final String language;
  private final Words asking;
  private final Words saying;

  UnsubscribePage(String language, Words asking, Words saying) {
    this.language = language;
    this.asking = asking;
    this.saying = saying;
  }

  /** The first that the browser asks for; English when there is none. */
  static UnsubscribePage in(List<Locale> wanted) {
    return wanted.stream()
        .map(Locale::getLanguage)
        .filter(language -> List.of("en", "fr").contains(language))
        .findFirst()
        .filter(FRENCH.language::equals)
        .map(french -> FRENCH)
        .orElse(ENGLISH);
  }

  /** Asks; the form goes to where the page came from. */
  String question() {
    return written(asking, FORM.formatted(asking.button()));
  }

  String done() {
    return written(saying, "");
  }

  private String written(Words words, String form) {
    return FRAME.formatted(language, words.title(), words.text(), form);
  }
}
