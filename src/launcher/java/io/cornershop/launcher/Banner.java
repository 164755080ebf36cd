package io.cornershop.launcher;

import java.nio.file.Path;
import java.util.Locale;

/** What the launcher says. */
final class Banner {

  private Banner() {}

  static String ready(Settings settings, double seconds) {
    return """

        CornerShop is ready (%2$s s).
          API      %1$s/api
          OpenAPI  %1$s/openapi/ui
          Health   %1$s/health
          Metrics  %1$s/metrics
          Mails    %4$s
        Try it:
          TOKEN=$(curl -s %1$s/api/dev/tokens -H 'Content-Type: application/json' -d '{"role":"staff"}' | cut -d'"' -f4)
          curl -H "Authorization: Bearer $TOKEN" %1$s/api/products
        Ctrl-C stops everything; the data stays in %3$s
        """
        .formatted(
            settings.uri(),
            String.format(Locale.ROOT, "%.1f", seconds),
            settings.data(),
            settings.inbox().uri());
  }

  static String late(Settings settings) {
    return "The application is not ready yet; %s/health/ready says why.".formatted(settings.uri());
  }

  static String servers(Settings settings, Path environment) {
    return """
        Kafka listens on %s, MongoDB on %s; Ctrl-C stops both.
        The application against them, in another terminal:
          . %s && mvn liberty:dev
        """
        .formatted(settings.bootstrapServers(), settings.mongoUri(), environment);
  }
}
