package io.cornershop.notifications.push;

import static io.cornershop.notifications.RecipientFixtures.ADA;
import static io.cornershop.notifications.RecipientFixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.InvalidValue;
import io.cornershop.notifications.PushSubscription;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PushEndpointsTest {

  private final PushEndpoints endpoints = new PushEndpoints(false);

  private static PushSubscription at(String endpoint) {
    return PushSubscription.of(ADA, endpoint, PHONE.p256dh(), PHONE.auth());
  }

  private void assertRefused(PushSubscription subscription, String field) {
    assertThatThrownBy(() -> endpoints.require(subscription))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc:def-123",
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYA%2bx",
        "https://web.push.apple.com:8443/QGF2"
      })
  void a_push_service_passes(String endpoint) {
    assertThatCode(() -> endpoints.require(at(endpoint))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "push",
        "https:",
        "https://",
        "https:///push",
        "http://push.example.net/push",
        "ftp://push.example.net/push",
        "javascript:alert(1)",
        "https://user:secret@push.example.net/push",
        "https://push.example.net/push#fragment",
        "https://push.example.net/a push",
        "https://localhost/push",
        "https://LOCALHOST./push",
        "https://push.localhost/push",
        "https://mongo/push",
        "https://kafka.internal/push",
        "https://printer.local/push",
        "https://127.0.0.1/push",
        "https://10.0.0.7/push",
        "https://2130706433/push",
        "https://0x7f.0.0.1/push",
        "https://8.8.8.8/push",
        "https://[::1]/push",
        "https://[fd00::1]/push"
      })
  void whatever_else_is_refused(String endpoint) {
    assertRefused(at(endpoint), "endpoint");
  }

  @Test
  void an_endpoint_without_end_is_refused() {
    assertRefused(at("https://push.example.net/" + "a".repeat(2_000)), "endpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:2526/push/1", "https://localhost/push"})
  void a_push_service_nearby_passes_where_that_is_allowed(String endpoint) {
    assertThatCode(() -> new PushEndpoints(true).require(at(endpoint))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no Base64!",
        "BTBZMqHH6r4Tts7J_aSIgg",
        "ACVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAjw4",
        "BP_________________________________________________________________________________________w"
      })
  void a_key_that_is_no_point_of_the_curve_is_refused(String key) {
    assertRefused(
        new PushSubscription(PHONE.id(), PHONE.endpoint(), key, PHONE.auth()), "keys.p256dh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "====", "AAAA", "BTBZMqHH6r4Tts7J_aSIggAA"})
  void a_secret_of_another_length_is_refused(String secret) {
    assertRefused(
        new PushSubscription(PHONE.id(), PHONE.endpoint(), PHONE.p256dh(), secret), "keys.auth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "0.1.2.3",
        "::1",
        "fe80::1",
        "fd12:3456::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b::224.0.0.1",
        "64:ff9b:1::1",
        "64:ff9b:1:abcd::a00:1",
        "2002:0a00:0001::1",
        "2002:7f00:0001::",
        "2002:0808:0808::1",
        "2001:0:1:2:3:4:5:6"
      })
  void addresses_nearby_are_known(String address) throws UnknownHostException {
    assertThat(NearbyAddresses.contain(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.128.0.1",
        "172.32.0.1",
        "2001:4860:4860::8888",
        "64:ff9a::1",
        "2003::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8"
      })
  void addresses_far_away_are_known(String address) throws UnknownHostException {
    assertThat(NearbyAddresses.contain(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void a_name_that_stands_for_a_machine_nearby_is_not_far() throws UnknownHostException {
    URI here = URI.create("https://localhost/push");
    assertThat(endpoints.isFar(here)).isFalse();
    assertThat(new PushEndpoints(true).isFar(here)).isTrue();
  }
}
