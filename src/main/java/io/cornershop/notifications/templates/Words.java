package io.cornershop.notifications.templates;

import io.cornershop.kernel.LineItem;
import io.cornershop.kernel.Money;
import io.cornershop.notifications.messages.Facts;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Facts as the people of one country write them: texts only, each on one line. */
final class Words {

  private static final int LENGTH = 200;

  private final Locale locale;
  private final ZoneId zone;

  Words(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
  }

  /** What templates may name; a fact that is absent has no word. */
  Map<String, Object> of(Facts facts) {
    Map<String, Object> words = new HashMap<>();
    words.put("language", locale.getLanguage());
    words.put("name", text(facts.recipientName()));
    words.put("items", facts.items().stream().map(this::item).toList());
    words.put("happenedAt", time(facts.happenedAt()));
    facts.orderId().ifPresent(id -> words.put("orderId", text(id)));
    facts.amount().ifPresent(amount -> words.put("amount", amount(amount)));
    facts.reason().ifPresent(reason -> words.put("reason", text(reason)));
    facts.parcel().ifPresent(parcel -> put(words, parcel));
    facts.stock().ifPresent(stock -> put(words, stock));
    facts.unsubscribe().map(URI::toASCIIString).ifPresent(link -> words.put("unsubscribe", link));
    return words;
  }

  private Map<String, String> item(LineItem item) {
    return Map.of(
        "name", text(item.productName()),
        "quantity", number(item.quantity()),
        "unitPrice", amount(item.unitPrice()),
        "totalPrice", amount(item.totalPrice()));
  }

  private void put(Map<String, Object> words, Facts.Parcel parcel) {
    words.put("carrier", text(parcel.carrier()));
    words.put("trackingNumber", text(parcel.trackingNumber()));
  }

  private void put(Map<String, Object> words, Facts.StockLeft stock) {
    words.put("productId", text(stock.productId()));
    words.put("available", number(stock.available()));
    stock.threshold().ifPresent(threshold -> words.put("threshold", number(threshold)));
  }

  private static String text(String fromOutside) {
    return OneLine.cut(OneLine.of(fromOutside), LENGTH);
  }

  private String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** With all digits of its currency; a decimal is written exactly as it is. */
  private String amount(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    int digits = money.currency().getDefaultFractionDigits();
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(new BigDecimal(money.amount()));
  }

  private String time(Instant time) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", locale).format(time.atZone(zone));
  }
}
