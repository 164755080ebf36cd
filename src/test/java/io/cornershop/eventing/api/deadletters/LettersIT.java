package io.cornershop.eventing.api.deadletters;

import static io.cornershop.eventing.api.deadletters.ParkedLetters.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Answer;
import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Dead letters over HTTP: whom they obey, what they refuse, and how. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LettersIT {

  private static final String REASON = "{\"reason\": \"rubbish of a test\"}";
  private static final String EDIT = "{\"text\": \"better\", \"reason\": \"written by hand\"}";
  private static final int LARGEST = 1 << 20;

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final ParkedLetters letters = new ParkedLetters(RunningPlatform.shared());
  private final Shop operator = letters.operator();

  @AfterEach
  void clear() {
    letters.clear();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("correlationId")).isNotEmpty();
  }

  @Test
  void a_stale_if_match_changes_nothing() {
    String id = letters.parked();
    Answer seen = letters.show(id);
    Map<String, String> stale = Map.of("If-Match", "\"" + (seen.sequence() + 9) + "\"");
    assertProblem(letters.retry(id, stale), 412, "stale-version");
    assertProblem(letters.edit(id, EDIT, stale), 412, "stale-version");
    assertProblem(
        operator.post(LETTERS + "/" + id + "/discard", REASON, stale), 412, "stale-version");
    assertThat(letters.show(id).body()).isEqualTo(seen.body());
    assertThat(actionsOn(id)).isEmpty();
  }

  @Test
  void a_wish_with_the_version_that_was_seen_is_carried_out() {
    String id = letters.parked();
    Await.holds("a copy was sent", () -> letters.show(id).sequence() > 1);
    int attempts = letters.attempts(id);
    letters.retry(id, Map.of("If-Match", letters.show(id).header("ETag"))).expect(202);
    letters.awaitAttempts(id, attempts + 1);
  }

  @Test
  void a_repeated_request_is_one_wish() {
    String id = letters.parked();
    int attempts = letters.attempts(id);
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = letters.retry(id, key).expect(202);
    letters.awaitAttempts(id, attempts + 1);
    Answer second = letters.retry(id, key).expect(202);
    assertThat(second.body()).isEqualTo(first.body());
    letters.retry(id, Map.of()).expect(202);
    letters.awaitAttempts(id, attempts + 2);
    assertThat(letters.attempts(id)).isEqualTo(attempts + 2);
    assertThat(actionsOn(id)).containsExactly("dead-letter.retry", "dead-letter.retry");
    assertProblem(
        operator.post(LETTERS + "/" + id + "/retry", "{}", key), 422, "idempotency-key-reused");
  }

  private List<String> actionsOn(String id) {
    return ParkedLetters.items(shop.as("auditor").get("/api/admin/audit?limit=500"))
        .filter(entry -> entry.path("target").asString().equals(id))
        .map(entry -> entry.path("action").asString())
        .toList();
  }

  @Test
  void many_are_tried_again_up_to_a_limit() {
    List<String> ids = List.of(letters.parked(), letters.parked(), letters.parked());
    List<Integer> before = ids.stream().map(letters::attempts).toList();
    Answer two = operator.post(LETTERS + "/retry", "{\"consumer\": \"projections\", \"limit\": 2}");
    assertThat(two.expect(202).body().path("sequences").asInt()).isEqualTo(2);
    operator.post(LETTERS + "/retry", "{\"consumer\": \"projections\"}").expect(202);
    for (int i = 0; i < ids.size(); i++) {
      letters.awaitAttempts(ids.get(i), before.get(i) + 1);
    }
  }

  @Test
  void those_of_one_key_are_tried_again() {
    String key = letters.key(1);
    String id = letters.ids(key, "").getFirst();
    int attempts = letters.attempts(id);
    String body = "{\"consumer\": \"projections\", \"key\": \"%s\"}".formatted(key);
    assertThat(operator.post(LETTERS + "/retry", body).expect(202).body().path("sequences").asInt())
        .isEqualTo(1);
    letters.awaitAttempts(id, attempts + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"consumer\": \" \"}",
        "{\"consumer\": \"projections\", \"limit\": 0}",
        "{\"consumer\": \"projections\", \"limit\": 501}"
      })
  void a_malformed_wish_about_many_is_refused(String body) {
    assertProblem(operator.post(LETTERS + "/retry", body), 400, "malformed");
  }

  @Test
  void an_edited_letter_is_tried_and_shows_both_payloads() {
    String id = letters.parked();
    int attempts = letters.attempts(id);
    letters.edit(id, EDIT, Map.of()).expect(202);
    letters.awaitAttempts(id, attempts + 1);
    JsonNode shown = letters.show(id).body();
    assertThat(shown.at("/payload/text").asString()).isEqualTo("better");
    assertThat(shown.at("/originalPayload/text").asString()).isEqualTo("no event");
    assertThat(shown.path("state").asString()).isEqualTo("PARKED");
  }

  @Test
  void a_payload_may_be_as_large_as_a_record_of_a_topic() {
    String id = letters.parked();
    letters.edit(id, text("x".repeat(LARGEST)), Map.of()).expect(202);
    assertThat(letters.show(id).body().at("/payload/text").asString()).hasSize(LARGEST);
    assertProblem(letters.edit(id, text("x".repeat(LARGEST + 1)), Map.of()), 413, "too-large");
    assertProblem(letters.edit(id, text("x".repeat(5 << 20)), Map.of()), 413, "too-large");
  }

  private static String text(String text) {
    return "{\"text\": \"%s\", \"reason\": \"written by hand\"}".formatted(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"x\"}",
        "{\"reason\": \"neither\"}",
        "{\"text\": \"x\", \"base64\": \"eA==\", \"reason\": \"both\"}",
        "{\"base64\": \"?\", \"reason\": \"no base64\"}"
      })
  void a_malformed_payload_is_refused(String body) {
    assertProblem(letters.edit(letters.parked(), body, Map.of()), 400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": null}", ""})
  void nothing_is_discarded_without_a_reason(String body) {
    String id = letters.parked();
    assertProblem(letters.discard(id, body), 400, "malformed");
    assertThat(letters.show(id).text("state")).isEqualTo("PARKED");
    assertThat(actionsOn(id)).isEmpty();
  }

  @Test
  void an_unknown_letter_is_not_found() {
    String id = UUID.randomUUID().toString();
    assertProblem(operator.get(LETTERS + "/" + id), 404, "not-found");
    assertProblem(letters.retry(id, Map.of()), 404, "not-found");
    assertProblem(letters.discard(id, REASON), 404, "not-found");
    assertProblem(letters.edit(id, EDIT, Map.of()), 404, "not-found");
  }

  @Test
  void a_letter_that_waits_or_is_closed_is_not_tried_again() {
    String key = letters.key(2);
    String parked = letters.ids(key, "&state=PARKED").getFirst();
    String waiting = letters.ids(key, "&state=WAITING").getFirst();
    assertProblem(letters.retry(waiting, Map.of()), 409, "dead-letter-waits");
    letters.discard(waiting, REASON).expect(202);
    letters.discard(parked, REASON).expect(202);
    letters.awaitState(parked, "DISCARDED");
    assertThat(letters.show(waiting).text("state")).isEqualTo("DISCARDED");
    assertThat(letters.show(parked).text("closedAt")).isNotEmpty();
    assertProblem(letters.retry(parked, Map.of()), 409, "dead-letter-closed");
    assertProblem(letters.discard(parked, REASON), 409, "dead-letter-closed");
    assertProblem(letters.edit(parked, EDIT, Map.of()), 409, "dead-letter-closed");
  }

  @Test
  void only_operators_work_with_letters() {
    String id = letters.parked();
    assertProblem(shop.get(LETTERS), 401, "unauthenticated");
    for (String role : List.of("customer", "staff", "auditor", "service")) {
      Shop other = shop.as(role);
      assertProblem(other.get(LETTERS), 403, "forbidden");
      assertProblem(other.get(LETTERS + "/" + id), 403, "forbidden");
      assertProblem(other.post(LETTERS + "/" + id + "/retry", ""), 403, "forbidden");
      assertProblem(other.post(LETTERS + "/" + id + "/discard", REASON), 403, "forbidden");
      assertProblem(other.put(LETTERS + "/" + id + "/payload", EDIT), 403, "forbidden");
      assertProblem(
          other.post(LETTERS + "/retry", "{\"consumer\": \"projections\"}"), 403, "forbidden");
    }
  }

  @Test
  void letters_are_listed_page_by_page() {
    String query = LETTERS + "?consumer=projections&limit=2&key=" + letters.key(5);
    List<String> found = new ArrayList<>();
    Answer page = operator.get(query);
    List<Integer> sizes = new ArrayList<>();
    while (true) {
      List<String> ids = ParkedLetters.items(page).map(item -> item.path("id").asString()).toList();
      found.addAll(ids);
      sizes.add(ids.size());
      if (!page.body().has("next")) {
        break;
      }
      page = operator.get(query + "&after=" + page.text("next"));
    }
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThat(found).doesNotHaveDuplicates();
  }

  @Test
  void a_malformed_question_is_refused() {
    String foreign = shop.as("staff").get("/api/products?limit=1").expect(200).text("next");
    for (String query :
        List.of("state=LOST", "limit=0", "limit=501", "after=nonsense", "after=" + foreign)) {
      assertProblem(operator.get(LETTERS + "?" + query), 400, "malformed");
    }
  }
}
