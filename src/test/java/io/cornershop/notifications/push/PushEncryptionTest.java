package io.cornershop.notifications.push;

import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PushEncryptionTest {

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The example of RFC 8188, section 3.1. */
  @Test
  void the_walrus_is_encoded_as_the_standard_shows() {
    byte[] encoded =
        ContentEncoding.encode(
            bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
            bytes("I1BsxtFttlv3u_Oo94xnmw"),
            new byte[0],
            "I am the walrus".getBytes(StandardCharsets.US_ASCII));

    assertThat(text(encoded))
        .isEqualTo("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
  }

  /** The example of RFC 8291, section 5. */
  @Test
  void the_watermelon_is_encrypted_as_the_standard_shows() {
    KeyPair own =
        new KeyPair(
            P256.publicKey(
                    bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"))
                .orElseThrow(),
            P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).orElseThrow());

    byte[] encrypted =
        PushEncryption.encrypt(
            BrowserKeys.of(PHONE).orElseThrow(),
            own,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"),
            "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII));

    assertThat(text(encrypted))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"title\": \"Zugestellt – 漢字 😀\"}"})
  void the_browser_reads_what_was_encrypted_for_it_and_no_other_does(String message) {
    PushBrowser browser = new PushBrowser();
    BrowserKeys keys =
        BrowserKeys.of(browser.subscription(ADA, "https://push.example.net/1")).orElseThrow();

    byte[] encrypted = PushEncryption.encrypt(keys, message.getBytes(StandardCharsets.UTF_8));

    assertThat(browser.read(encrypted)).isEqualTo(message);
    assertThatThrownBy(() -> new PushBrowser().read(encrypted)).isInstanceOf(AssertionError.class);
  }

  @Test
  void two_messages_with_the_same_text_have_nothing_in_common() {
    BrowserKeys keys = BrowserKeys.of(PHONE).orElseThrow();
    byte[] message = "the same".getBytes(StandardCharsets.US_ASCII);

    assertThat(PushEncryption.encrypt(keys, message))
        .isNotEqualTo(PushEncryption.encrypt(keys, message));
  }

  @Test
  void the_longest_message_fills_what_a_push_service_takes() {
    BrowserKeys keys = BrowserKeys.of(PHONE).orElseThrow();

    assertThat(PushEncryption.encrypt(keys, new byte[PushEncryption.MOST_BYTES])).hasSize(4096);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE"
      })
  void a_number_outside_of_the_curves_order_is_no_private_key(String number) {
    assertThat(P256.privateKey(bytes(number))).isEmpty();
  }

  @Test
  void keys_that_do_not_belong_together_are_no_pair() {
    assertThatThrownBy(
            () -> VapidKeys.of(PHONE.p256dh(), "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cornershop.notifications.push.public-key and private-key are no key pair of P-256");
  }
}
