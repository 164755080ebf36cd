package io.cornershop.eventing.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EncryptingCodecTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

  private final InMemorySubjectKeys keys = new InMemorySubjectKeys();
  private long now;
  private final EncryptingCodec codec = node(SECRET);

  /** One more node on the same keys. */
  private EncryptingCodec node(String secret, String... retired) {
    return new EncryptingCodec(keys, new MasterKeys(secret, List.of(retired)), () -> now);
  }

  private void pass() {
    now += EncryptingCodec.REMEMBERED.toNanos();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ada Example", "Ægidius Ünal \uD83C\uDF75", "enc:v1:x", "[erased]"})
  void what_was_protected_is_revealed(String value) {
    String stored = codec.protect("ada", value);

    assertThat(stored).matches("enc:v1:[A-Za-z0-9_-]+");
    assertThat(codec.reveal("ada", stored)).isEqualTo(value);
    assertThat(node(SECRET).reveal("ada", stored)).isEqualTo(value);
  }

  @Test
  void the_same_value_never_looks_the_same() {
    assertThat(codec.protect("ada", "Berlin")).isNotEqualTo(codec.protect("ada", "Berlin"));
  }

  @Test
  void what_was_stored_in_plain_is_read_as_it_is() {
    assertThat(codec.reveal("ada", "Ada Example")).isEqualTo("Ada Example");
  }

  @Test
  void a_forgotten_person_is_read_as_erased_and_stored_so() {
    String stored = codec.protect("ada", "Ada Example");
    codec.forget("ada");

    assertThat(codec.reveal("ada", stored)).isEqualTo("[erased]");
    assertThat(codec.protect("ada", "Ada Example")).isEqualTo("[erased]");
    assertThat(node(SECRET).reveal("ada", stored)).isEqualTo("[erased]");
  }

  @Test
  void others_are_not_forgotten() {
    String stored = codec.protect("bob", "Bob Example");
    codec.forget("ada");

    assertThat(codec.reveal("bob", stored)).isEqualTo("Bob Example");
  }

  @Test
  void another_node_forgets_within_a_minute() {
    EncryptingCodec another = node(SECRET);
    String stored = another.protect("ada", "Ada Example");
    codec.forget("ada");

    assertThat(another.reveal("ada", stored)).isEqualTo("Ada Example");
    pass();
    assertThat(another.reveal("ada", stored)).isEqualTo("[erased]");
  }

  @Test
  void a_value_of_one_person_is_none_of_another() {
    String stored = codec.protect("ada", "Ada Example");
    codec.protect("eve", "Eve Example");

    assertThatThrownBy(() -> codec.reveal("eve", stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A value of eve was changed or moved");
  }

  @Test
  void a_changed_value_is_not_read_as_erased() {
    String stored = codec.protect("ada", "Ada Example");
    char last = stored.charAt(stored.length() - 3);
    String changed =
        stored.substring(0, stored.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + stored.substring(stored.length() - 2);

    assertThatThrownBy(() -> codec.reveal("ada", changed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A value of ada was changed or moved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enc:v1:", "enc:v1:AAAA", "enc:v1:?"})
  void what_cannot_be_encrypted_text_is_refused(String stored) {
    codec.protect("ada", "Ada Example");

    assertThatThrownBy(() -> codec.reveal("ada", stored))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_lost_key_is_not_read_as_erased() {
    String stored = codec.protect("ada", "Ada Example");
    EncryptingCodec elsewhere =
        new EncryptingCodec(new InMemorySubjectKeys(), new MasterKeys(SECRET, List.of()));

    assertThatThrownBy(() -> elsewhere.reveal("ada", stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The key of ada is lost, but not destroyed");
  }

  @Test
  void another_master_key_reads_nothing_unless_the_former_is_known() {
    String stored = codec.protect("ada", "Ada Example");

    assertThatThrownBy(() -> node(OTHER).reveal("ada", stored))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The master key of a person's key is not known");
    assertThat(node(OTHER, SECRET).reveal("ada", stored)).isEqualTo("Ada Example");
  }

  @Test
  void a_key_is_not_stored_in_the_clear_and_belongs_to_one_person() {
    codec.protect("ada", "Ada Example");
    Wrapped adas = (Wrapped) keys.find("ada").orElseThrow();

    keys.add("eve", adas.text());

    assertThatThrownBy(() -> codec.protect("eve", "Eve Example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_short_master_key_is_refused() {
    assertThatThrownBy(() -> new MasterKeys("short", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A master key of personal data has fewer than 32 characters");
  }
}
