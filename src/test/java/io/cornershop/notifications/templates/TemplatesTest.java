package io.cornershop.notifications.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.messages.Content;
import io.cornershop.notifications.messages.Facts;
import io.cornershop.notifications.messages.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplatesTest {

  private static final Templates TEMPLATES = new Templates();
  private static final Instant THEN = Instant.parse("2026-11-26T14:05:00Z");
  private static final List<String> ANGLES = List.of("<script>", "<img", "\"><b>");

  /** What an SMS of 160 characters is made of (GSM 03.38), as far as texts need it. */
  private static final String GSM_7 =
      "[A-Za-z0-9 @£$èéùìòÇØøÅåÆæßÉ!\"#%&'()*+,./:;<=>?ÄÖÑÜ§äöñüà€\\[\\]-]";

  record Case(Subject subject, Channel channel, String language) {

    Content of(Facts facts) {
      return TEMPLATES.render(subject, channel, language, facts);
    }
  }

  static Stream<Case> all() {
    return Arrays.stream(Subject.values())
        .flatMap(
            subject ->
                subject.possibleChannels().stream()
                    .flatMap(
                        channel ->
                            TEMPLATES.languages().stream()
                                .map(language -> new Case(subject, channel, language))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_message_can_be_written_and_looked_at(Case one) throws IOException {
    Content content = one.of(SampleFacts.of(one.subject()));

    assertThat(content.text()).isNotBlank().doesNotContain("${", "<#");
    assertThat(content.subject().isEmpty()).isEqualTo(one.channel() == Channel.SMS);
    assertThat(content.html().isPresent()).isEqualTo(one.channel() == Channel.EMAIL);
    Path folder = Files.createDirectories(Path.of("target", "notifications"));
    String name = one.subject().eventType() + "." + one.language() + "." + one.channel();
    Files.writeString(folder.resolve(name + ".txt"), content.subject() + "\n\n" + content.text());
    if (content.html().isPresent()) {
      Files.writeString(folder.resolve(name + ".html"), content.html().get());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_message_needs_no_fact_but_a_name_and_a_time(Case one) {
    assertThat(one.of(facts("Ada", List.of())).text()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("all")
  void names_that_mean_harm_are_only_names(Case one) {
    String name =
        "<script>alert(1)</script>\r\nBcc: all@shop.example\u2028${7*7}<#stop>\"><b>\u202e";
    Content content = one.of(hostile(name));

    assertThat(content.subject()).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e]");
    assertThat(content.subject().length()).isLessThanOrEqualTo(150);
    assertThat(content.text()).doesNotContain("\nBcc:", "\r", "\u2028", "\u202e", "49");
    content.html().ifPresent(html -> assertThat(html).doesNotContain(ANGLES));
    content.html().ifPresent(html -> assertThat(html).contains("&lt;script&gt;", "${7*7}"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_message_loads_anything_from_elsewhere(Case one) {
    Optional<String> html = one.of(SampleFacts.of(one.subject())).html();

    html.ifPresent(page -> assertThat(page).doesNotContain("<img", "<link", "src=", "url("));
  }

  @Test
  void an_english_message_writes_amounts_and_dates_as_the_english_do() {
    Content content =
        TEMPLATES.render(Subject.PAYMENT_COMPLETED, Channel.EMAIL, "en", amount("1234567.80"));

    assertThat(content)
        .isEqualTo(
            new Content(
                "We have received your payment for order 4711",
                """
                Hello Ada,

                Thank you. Your payment for this order is complete.

                Order: 4711
                Paid: €1,234,567.80
                Date: 26 November 2026, 14:05 UTC

                --
                CornerShop
                You receive this message because of what happened at CornerShop.
                """,
                content.html()));
    assertThat(content.html().orElseThrow()).contains("€1,234,567.80");
  }

  @Test
  void a_french_message_writes_amounts_and_dates_as_the_french_do() {
    Content content =
        TEMPLATES.render(Subject.PAYMENT_COMPLETED, Channel.EMAIL, "fr", amount("1234567.80"));

    assertThat(content.text())
        .contains("Payé : 1\u202f234\u202f567,80\u00a0€", "26 novembre 2026, 14:05 UTC");
  }

  @Test
  void an_amount_is_exact_however_large_it_is() {
    Content content =
        TEMPLATES.render(
            Subject.PAYMENT_COMPLETED, Channel.EMAIL, "en", amount("90071992547409.93"));

    assertThat(content.text()).contains("€90,071,992,547,409.93");
  }

  @Test
  void an_sms_has_usual_spaces_only() {
    Content content =
        TEMPLATES.render(Subject.PAYMENT_FAILED, Channel.SMS, "fr", amount("1234.50"));

    assertThat(content)
        .isEqualTo(
            new Content(
                "",
                "CornerShop : votre paiement de 1 234,50 € n'a pas abouti, rien n'a été débité."
                    + " Merci de repasser commande avec un autre moyen de paiement.",
                Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_sms_fits_into_one_with_the_mark_at_its_end(Case one) {
    if (one.channel() == Channel.SMS) {
      String text = one.of(SampleFacts.of(one.subject())).text() + " [01234567]";

      assertThat(text.replaceAll(GSM_7, "")).isEmpty();
      assertThat(text.length() + text.replaceAll("[^€\\[\\]]", "").length())
          .isLessThanOrEqualTo(160);
    }
  }

  @Test
  void times_are_those_of_the_shop_where_it_says_so() {
    Templates ofParis = new Templates(ZoneId.of("Europe/Paris"));
    Facts facts = amount("1.00");

    assertThat(ofParis.render(Subject.PAYMENT_COMPLETED, Channel.EMAIL, "en", facts).text())
        .contains("26 November 2026, 15:05 CET");
    assertThat(ofParis.render(Subject.PAYMENT_COMPLETED, Channel.EMAIL, "fr", facts).text())
        .contains("26 novembre 2026, 15:05 CET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "", "../../fr", "x-nothing", "FR_", "english please"})
  void an_unknown_language_is_answered_in_english(String language) {
    Facts facts = SampleFacts.of(Subject.ORDER_SHIPPED);

    assertThat(TEMPLATES.render(Subject.ORDER_SHIPPED, Channel.EMAIL, language, facts))
        .isEqualTo(TEMPLATES.render(Subject.ORDER_SHIPPED, Channel.EMAIL, "en", facts));
  }

  @Test
  void a_variant_is_served_by_its_language() {
    Facts facts = SampleFacts.of(Subject.ORDER_SHIPPED);

    assertThat(TEMPLATES.render(Subject.ORDER_SHIPPED, Channel.SMS, "fr-CA", facts))
        .isEqualTo(TEMPLATES.render(Subject.ORDER_SHIPPED, Channel.SMS, "fr", facts));
  }

  @Test
  void a_channel_that_a_subject_is_not_told_by_is_a_mistake_of_the_caller() {
    Facts facts = SampleFacts.of(Subject.LOW_STOCK);

    assertThatThrownBy(() -> TEMPLATES.render(Subject.LOW_STOCK, Channel.PUSH, "en", facts))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Facts hostile(String text) {
    LineItem item = LineItem.of(new ProductId("tea"), text, 1, Money.of("1.00", "EUR"));
    return new Facts(
        text,
        Optional.of(text),
        List.of(item),
        Optional.of(Money.of("1.00", "EUR")),
        Optional.of(text),
        Optional.of(new Facts.Parcel(text, text)),
        Optional.empty(),
        THEN,
        Optional.empty());
  }

  private static Facts facts(String name, List<LineItem> items) {
    return new Facts(
        name,
        Optional.empty(),
        items,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        THEN,
        Optional.empty());
  }

  private static Facts amount(String amount) {
    return new Facts(
        "Ada",
        Optional.of("4711"),
        List.of(),
        Optional.of(Money.of(amount, "EUR")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        THEN,
        Optional.empty());
  }
}
