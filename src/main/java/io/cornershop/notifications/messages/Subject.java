package io.cornershop.notifications.messages;

import io.cornershop.notifications.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What people are told about: one event type each, and the channels that contract names for it. */
public enum Subject {
  ORDER_CREATED("OrderCreated", true, Channel.EMAIL),
  ORDER_CONFIRMED("OrderConfirmed", true, Channel.EMAIL),
  PAYMENT_COMPLETED("PaymentCompleted", false, Channel.EMAIL),
  ORDER_CANCELLED("OrderCancelled", true, Channel.EMAIL),
  PAYMENT_REFUNDED("PaymentRefunded", true, Channel.EMAIL),
  ORDER_RETURNED("OrderReturned", true, Channel.EMAIL),
  ORDER_SHIPPED("OrderShipped", false, Channel.EMAIL, Channel.SMS),
  PAYMENT_FAILED("PaymentFailed", false, Channel.EMAIL, Channel.SMS),
  ORDER_DELIVERED("OrderDelivered", false, Channel.EMAIL, Channel.PUSH),
  LOW_STOCK("LowStockAlert", true, Channel.EMAIL),
  OUT_OF_STOCK("OutOfStockAlert", true, Channel.EMAIL);

  private final String eventType;
  private final boolean mandatory;
  private final Set<Channel> channels;

  Subject(String eventType, boolean mandatory, Channel... channels) {
    this.eventType = eventType;
    this.mandatory = mandatory;
    this.channels = EnumSet.copyOf(Arrays.asList(channels));
  }

  /** The wire name of the event. */
  public String eventType() {
    return eventType;
  }

  /** Whether the law or the work in the shop wants its e-mail: nobody can switch it off. */
  public boolean mandatory() {
    return mandatory;
  }

  /** By which ways it is told. */
  public Set<Channel> channels() {
    return EnumSet.copyOf(channels);
  }

  /** By which ways it can be told: those, and SMS to a customer whose e-mail was refused. */
  public Set<Channel> possibleChannels() {
    Set<Channel> possible = channels();
    if (!isForStaff()) {
      possible.add(Channel.SMS);
    }
    return possible;
  }

  /** Whether it goes to those who look after the stock, and to no customer. */
  public boolean isForStaff() {
    return this == LOW_STOCK || this == OUT_OF_STOCK;
  }

  /** The one of an event type. */
  public static Optional<Subject> of(String eventType) {
    return Arrays.stream(values()).filter(s -> s.eventType.equals(eventType)).findFirst();
  }
}
