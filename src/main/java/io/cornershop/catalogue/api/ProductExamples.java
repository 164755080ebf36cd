package io.cornershop.catalogue.api;

/** What the API document shows. */
final class ProductExamples {

  static final String ADD =
      """
      {"productId": "teapot-red", "name": "Red teapot",
       "price": {"amount": "24.90", "currency": "EUR"}, "lowStockThreshold": 5}""";
  static final String ADDED = "{\"productId\": \"teapot-red\"}";
  static final String PRICE = "{\"price\": {\"amount\": \"26.50\", \"currency\": \"EUR\"}}";
  static final String PRODUCT =
      """
      {"productId": "teapot-red", "name": "Red teapot",
       "price": {"amount": "24.90", "currency": "EUR"}, "lowStockThreshold": 5,
       "status": "Listed", "available": 37, "stockState": "InStock",
       "addedAt": "2026-03-01T08:00:00Z",
       "updatedAt": "2026-03-01T08:00:00Z", "sequence": 1}""";
  static final String PAGE = "{\"items\": [" + PRODUCT + "], \"next\": \"dGVhcG90LXJlZA\"}";

  private ProductExamples() {}
}
