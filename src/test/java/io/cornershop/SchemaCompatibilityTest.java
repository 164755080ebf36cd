package io.cornershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemaCompatibilityTest {

  private static final String RELEASED =
      """
      {"title": "Seated v1", "type": "object",
       "properties": {
         "guest": {"type": "string"},
         "wish": {"type": "string"},
         "mood": {"type": "string", "enum": ["HUNGRY", "HAPPY"]},
         "dishes": {"type": "array", "items": {
           "type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}}},
       "required": ["guest", "mood", "dishes"]}
      """;

  private static List<String> when(String before, String now) {
    assertThat(RELEASED).contains(before);
    return SchemaCompatibility.findings(read(RELEASED), read(RELEASED.replace(before, now)));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  @Test
  void the_same_is_compatible() {
    assertThat(when("guest", "guest")).isEmpty();
  }

  @Test
  void one_more_optional_field_is_compatible_at_any_depth() {
    assertThat(when("\"wish\":", "\"hat\": {\"type\": \"string\"}, \"wish\":")).isEmpty();
    assertThat(when("{\"name\":", "{\"hot\": {\"type\": \"boolean\"}, \"name\":")).isEmpty();
  }

  @Test
  void other_words_for_people_are_compatible() {
    assertThat(when("Seated v1", "A guest sat down")).isEmpty();
    assertThat(when("\"wish\": {", "\"wish\": {\"description\": \"a wish\", ")).isEmpty();
  }

  @Test
  void a_removed_field_is_not() {
    assertThat(when("\"wish\": {\"type\": \"string\"},", ""))
        .isEqualTo(List.of("data.wish: is gone"));
  }

  @Test
  void a_renamed_field_is_not() {
    assertThat(when("\"wish\":", "\"desire\":")).isEqualTo(List.of("data.wish: is gone"));
    assertThat(when("guest\"", "visitor\""))
        .isEqualTo(List.of("data.guest: is gone", "data.visitor: is new and required"));
  }

  @Test
  void another_type_is_not() {
    assertThat(when("\"wish\": {\"type\": \"string\"}", "\"wish\": {\"type\": \"integer\"}"))
        .isEqualTo(List.of("data.wish: type was \"string\" and is \"integer\""));
    assertThat(when("{\"name\": {\"type\": \"string\"}}", "{\"name\": {\"type\": \"number\"}}"))
        .isEqualTo(List.of("data.dishes[].name: type was \"string\" and is \"number\""));
  }

  @Test
  void a_field_that_must_be_there_from_now_on_is_not() {
    assertThat(when("[\"guest\",", "[\"guest\", \"wish\","))
        .isEqualTo(List.of("data.wish: has become required"));
    assertThat(
            when(
                "{\"name\": {\"type\": \"string\"}}, \"required\": [\"name\"]",
                "{\"name\": {\"type\": \"string\"}, \"hot\": {}}, \"required\": [\"name\", \"hot\"]"))
        .isEqualTo(List.of("data.dishes[].hot: is new and required"));
  }

  @Test
  void a_field_that_need_not_be_there_any_more_is_not() {
    assertThat(when("[\"guest\", ", "[")).isEqualTo(List.of("data.guest: has become optional"));
  }

  @Test
  void another_choice_of_words_is_not_because_older_code_does_not_know_the_new_one() {
    assertThat(when("[\"HUNGRY\", \"HAPPY\"]", "[\"HUNGRY\", \"HAPPY\", \"TIRED\"]"))
        .isEqualTo(
            List.of(
                "data.mood: enum was [\"HUNGRY\",\"HAPPY\"] and is"
                    + " [\"HUNGRY\",\"HAPPY\",\"TIRED\"]"));
  }

  @Test
  void a_new_restriction_is_not() {
    assertThat(when("\"wish\": {", "\"wish\": {\"maxLength\": 5, "))
        .isEqualTo(List.of("data.wish: maxLength was absent and is 5"));
  }
}
