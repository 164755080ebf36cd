package io.cornershop.notifications.views;

import io.cornershop.kernel.PhoneNumbers;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.Preferences;
import io.cornershop.notifications.PushSubscription;
import io.cornershop.notifications.QuietHours;
import io.cornershop.notifications.recipients.Recipient;
import jakarta.nosql.Column;
import jakarta.nosql.Embeddable;
import jakarta.nosql.Embeddable.EmbeddableType;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How, where and when a customer is told: of the events of the account and of the wishes, whichever
 * come first.
 *
 * @param standing whether the account is known yet, and whether the person is to be forgotten
 * @param phone as the person wrote it
 * @param channels the names of {@link Channel}
 * @param quiet none or one
 */
@Entity(RecipientProjection.NAME)
public record RecipientRow(
    @Id String customerId,
    @Column Standing standing,
    @Column String name,
    @Column Optional<String> email,
    @Column Optional<String> phone,
    @Column String language,
    @Column List<String> channels,
    @Column List<Quiet> quiet,
    @Column List<Browser> browsers) {

  /** What became of the account. */
  public enum Standing {
    /** There are wishes already, but the account has not been seen. */
    AWAITED,
    REGISTERED,
    ERASED
  }

  /** Quiet hours. */
  @Embeddable(EmbeddableType.GROUPING)
  public record Quiet(@Column String from, @Column String to, @Column String zone) {}

  /** A push subscription. */
  @Embeddable(EmbeddableType.GROUPING)
  public record Browser(
      @Column String subscription,
      @Column String endpoint,
      @Column String p256dh,
      @Column String auth) {}

  /** Of whom nothing has been heard. */
  static RecipientRow of(String customerId) {
    return of(customerId, Standing.AWAITED);
  }

  /** Nothing about the person is left. */
  RecipientRow erased() {
    return of(customerId, Standing.ERASED);
  }

  private static RecipientRow of(String customerId, Standing standing) {
    return new RecipientRow(
            customerId,
            standing,
            "",
            Optional.empty(),
            Optional.empty(),
            "",
            List.of(),
            List.of(),
            List.of())
        .wishing(Preferences.USUAL);
  }

  RecipientRow reachedAt(String newName, String newEmail, Optional<String> newPhone) {
    return new RecipientRow(
        customerId,
        Standing.REGISTERED,
        newName,
        Optional.of(newEmail),
        newPhone,
        language,
        channels,
        quiet,
        browsers);
  }

  RecipientRow wishing(Preferences wishes) {
    return new RecipientRow(
        customerId,
        standing,
        name,
        email,
        phone,
        wishes.language(),
        wishes.channels().stream().map(Channel::name).toList(),
        wishes.quietHours().stream().map(q -> new Quiet(q.from(), q.to(), q.zone())).toList(),
        browsers);
  }

  RecipientRow with(PushSubscription added) {
    Browser browser = new Browser(added.id(), added.endpoint(), added.p256dh(), added.auth());
    boolean isNew = browsers.stream().noneMatch(b -> b.subscription().equals(added.id()));
    return withBrowsers(
        Stream.concat(
                browsers.stream().map(b -> b.subscription().equals(added.id()) ? browser : b),
                Stream.of(browser).filter(b -> isNew))
            .toList());
  }

  RecipientRow without(String subscriptionId) {
    return withBrowsers(
        browsers.stream().filter(b -> !b.subscription().equals(subscriptionId)).toList());
  }

  private RecipientRow withBrowsers(List<Browser> all) {
    return new RecipientRow(
        customerId, standing, name, email, phone, language, channels, quiet, all);
  }

  public boolean isErased() {
    return standing == Standing.ERASED;
  }

  /** The person, unless the account has not been seen. */
  Optional<Recipient> recipient() {
    return standing == Standing.AWAITED
        ? Optional.empty()
        : Optional.of(
            new Recipient(
                customerId,
                name,
                email,
                phone.map(number -> PhoneNumbers.international(number).orElse(number)),
                preferences(),
                subscriptions()));
  }

  /** The wishes. */
  public Preferences preferences() {
    return new Preferences(
        language,
        channels.stream().map(Channel::valueOf).toList(),
        quiet.stream().map(q -> new QuietHours(q.from(), q.to(), q.zone())).findFirst());
  }

  /** The browsers that take push messages. */
  public List<PushSubscription> subscriptions() {
    return browsers.stream()
        .map(b -> new PushSubscription(b.subscription(), b.endpoint(), b.p256dh(), b.auth()))
        .toList();
  }
}
