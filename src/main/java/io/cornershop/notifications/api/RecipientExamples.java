package io.cornershop.notifications.api;

/** What the API document shows. */
final class RecipientExamples {

  static final String PREFERENCES =
      """
      {"language": "fr", "channels": ["EMAIL", "PUSH"],
       "quietHours": {"from": "22:00", "to": "07:30", "zone": "Europe/Paris"}}""";
  static final String SUBSCRIPTION =
      """
      {"endpoint": "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
       "expirationTime": null,
       "keys": {"p256dh":
         "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
         "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}""";
  static final String ADDED = "{\"id\": \"bfe38446c9c7986834b85711cda9dae2\"}";
  static final String PAGE =
      """
      {"items": [{"id": "bfe38446c9c7986834b85711cda9dae2",
                  "pushService": "push.example.net"}]}""";
  static final String KEY =
      """
      {"publicKey":
       "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"}
      """;

  private RecipientExamples() {}
}
