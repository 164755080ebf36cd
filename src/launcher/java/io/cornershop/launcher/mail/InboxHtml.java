package io.cornershop.launcher.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The inbox as pages. */
final class InboxHtml {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: #26241f; background: #f2f0eb;
             font: 16px/1.5 Helvetica, Arial, sans-serif; }
      h1 { font-size: 1.5rem; color: #1f4d3a; overflow-wrap: anywhere; }
      h2 { font-size: 1.1rem; }
      a { color: #1f4d3a; }
      table { width: 100%%; border-collapse: collapse; background: #fff; border-radius: 6px; }
      th, td { padding: .5rem .75rem; text-align: left; border-bottom: 1px solid #e4e0d7;
               overflow-wrap: anywhere; }
      td:first-child { white-space: nowrap; }
      pre { padding: 1rem; background: #fff; border-radius: 6px; white-space: pre-wrap;
            overflow-wrap: anywhere; font-size: .85rem; }
      iframe { width: 100%%; height: 48rem; border: 0; border-radius: 6px; background: #fff; }
      </style>
      </head>
      <body>
      %2$s
      </body>
      </html>
      """;

  private InboxHtml() {}

  static String list(List<Mail> mails) {
    String rows = mails.stream().map(InboxHtml::row).collect(Collectors.joining());
    String body =
        mails.isEmpty()
            ? "<p>No mail has come yet.</p>"
            : """
              <table>
              <thead><tr><th scope="col">Time</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
              <tbody>
              %s</tbody>
              </table>
              """
                .formatted(rows);
    return FRAME.formatted("Inbox - CornerShop", "<h1>Mails of the local run</h1>\n" + body);
  }

  private static String row(Mail mail) {
    return "<tr><td>%s</td><td>%s</td><td><a href=\"/messages/%d\">%s</a></td></tr>\n"
        .formatted(
            TIME.format(mail.receivedAt()),
            escaped(mail.to()),
            mail.id(),
            escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()));
  }

  static String one(Mail mail) {
    String html =
        mail.html().isEmpty()
            ? ""
            : """
              <h2>HTML</h2>
              <iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail" src="/messages/%d/html"></iframe>
              """
                .formatted(mail.id());
    String body =
        """
        <p><a href="/">All mails</a></p>
        <h1>%s</h1>
        <p>To %s, %s</p>
        %s<h2>Plain text</h2>
        <pre>%s</pre>
        <h2>Headers</h2>
        <pre>%s</pre>
        """
            .formatted(
                escaped(mail.subject()),
                escaped(mail.to()),
                TIME.format(mail.receivedAt()),
                html,
                escaped(mail.text()),
                escaped(String.join("\n", mail.headers())));
    return FRAME.formatted(escaped(mail.subject()), body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
