package io.cornershop.archfixtures.kernel.names;

/** Types with names that say nothing, and their neighbours that do. */
public final class Forbidden {
  static class OrderManager {}

  static class DefaultPrices {}

  static class CartImpl {}

  static class CustomerData {}

  static class JsonUtils {}

  record OrderCreatedEvent() {}

  record PersonalDataCodec() {}

  record Information() {}

  record Basement() {}

  interface CartEvent {}
}
