package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Language, channels, quiet hours and browsers of a customer, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerSaysHowToBeToldIT {

  private static final String FRENCH =
      """
      {"language":"fr","channels":["EMAIL","PUSH"],\
      "quietHours":{"from":"22:00","to":"07:30","zone":"Europe/Paris"}}""";
  private static final String BROWSER =
      """
      {"endpoint": "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
       "expirationTime": null,
       "keys": {"p256dh":
         "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
         "auth": "BTBZMqHH6r4Tts7J_aSIgg"}}""";

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop.Customer ada = shop.newCustomer();
  private final String preferences = "/api/customers/" + ada.id() + "/notification-preferences";
  private final String subscriptions = "/api/customers/" + ada.id() + "/push-subscriptions";

  private static void assertRefused(Answer answer, String field) {
    answer.expect(400);
    assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo(field);
  }

  @Test
  void wishes_are_the_usual_ones_until_they_are_changed() {
    Answer before = ada.shop().get(preferences).expect(200);
    assertThat(before.body().toString())
        .isEqualTo("{\"language\":\"en\",\"channels\":[\"EMAIL\",\"SMS\",\"PUSH\"]}");
    assertThat(before.sequence()).isEqualTo(0);

    put(FRENCH, "\"0\"").expect(204);
    put(FRENCH.replace("\"fr\"", "\"en\""), "\"0\"").expect(412);

    Answer after = ada.shop().get(preferences).expect(200);
    assertThat(after.body().toString()).isEqualTo(FRENCH);
    assertThat(after.sequence()).isEqualTo(1);
  }

  private Answer put(String wishes, String seen) {
    return ada.shop()
        .send("PUT", preferences, BodyPublishers.ofString(wishes), Map.of("If-Match", seen));
  }

  @Test
  void what_cannot_be_wished_is_refused_by_its_field() {
    Shop self = ada.shop();
    assertRefused(self.put(preferences, FRENCH.replace("\"PUSH\"", "\"FAX\"")), "channels[1]");
    assertRefused(self.put(preferences, FRENCH.replace("\"PUSH\"", "2")), "channels[1]");
    assertRefused(self.put(preferences, FRENCH.replace("\"PUSH\"", "null")), "channels[1]");
    assertRefused(self.put(preferences, FRENCH.replace("\"fr\"", "\"xx\"")), "language");
    assertRefused(self.put(preferences, FRENCH.replace("Paris", "Lutetia")), "quietHours.zone");
    assertRefused(self.put(preferences, FRENCH.replace("22:00", "25:00")), "quietHours.from");
    assertRefused(self.put(preferences, "{\"language\":\"fr\"}"), "channels");
    assertThat(self.get(preferences).expect(200).sequence()).isEqualTo(0);
  }

  @Test
  void a_browser_is_added_once_and_given_up() {
    Shop self = ada.shop();
    Answer added = self.post(subscriptions, BROWSER).expect(201);
    String id = added.text("id");
    Answer again = self.post(subscriptions, BROWSER).expect(201);

    assertThat(again.text("id")).isEqualTo(id);
    assertThat(again.sequence()).isEqualTo(1);
    assertThat(self.get(subscriptions).expect(200).body().toString())
        .isEqualTo("{\"items\":[{\"id\":\"%s\",\"pushService\":\"push.example.net\"}]}", id);

    self.delete(subscriptions + "/" + id).expect(204);
    self.delete(subscriptions + "/" + id).expect(404);
    assertThat(self.get(subscriptions).expect(200).body().toString()).isEqualTo("{\"items\":[]}");
  }

  @Test
  void a_browser_gives_up_by_its_endpoint() {
    Shop self = ada.shop();
    self.post(subscriptions, BROWSER).expect(201);

    String endpoint = "https%3A%2F%2Fpush.example.net%2Fpush%2FJzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV";
    assertRefused(self.delete(subscriptions), "endpoint");
    self.delete(subscriptions + "?endpoint=" + endpoint).expect(204);

    assertThat(self.get(subscriptions).expect(200).body().toString()).isEqualTo("{\"items\":[]}");
    self.delete(subscriptions + "?endpoint=" + endpoint).expect(404);
  }

  @Test
  void what_is_no_subscription_is_refused_by_its_field() {
    Shop self = ada.shop();
    assertRefused(self.post(subscriptions, BROWSER.replace("https", "ftp")), "endpoint");
    assertRefused(self.post(subscriptions, BROWSER.replace("BCVx", "ACVx")), "keys.p256dh");
    assertRefused(self.post(subscriptions, BROWSER.replace("BTBZ", "")), "keys.auth");
    assertRefused(self.post(subscriptions, "{\"endpoint\": \"https://push.example.net\"}"), "keys");
  }

  @Test
  void the_key_for_browsers_is_the_one_that_is_configured() {
    assertThat(ada.shop().get("/api/push-key").expect(200).text("publicKey"))
        .isEqualTo(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
  }

  @Test
  void others_may_not_look_and_staff_may() {
    shop.newCustomer().shop().get(preferences).expect(403);
    shop.newCustomer().shop().post(subscriptions, BROWSER).expect(403);
    shop.as("staff").get(preferences).expect(200);
    shop.as("staff").get("/api/customers/nobody/notification-preferences").expect(404);
  }

  @Test
  void who_was_erased_wishes_nothing_any_more() {
    ada.shop().put(preferences, FRENCH).expect(204);
    ada.shop().delete("/api/customers/" + ada.id() + "/personal-data").expect(204);

    assertThat(ada.shop().put(preferences, FRENCH).expect(409).text("code"))
        .isEqualTo("customer-erased");
    assertThat(ada.shop().post(subscriptions, BROWSER).expect(409).text("code"))
        .isEqualTo("customer-erased");
  }
}
