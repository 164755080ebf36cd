package io.cornershop.customers.api;

/** What the API document shows. */
final class CustomerExamples {

  static final String PROFILE =
      """
      {"name": "Ada Example", "email": "ada@example.org", "phone": "+49 30 1234567"}""";
  static final String REGISTERED = "{\"customerId\": \"ada\"}";
  static final String CUSTOMER =
      """
      {"customerId": "ada", "name": "Ada Example", "email": "ada@example.org",
       "phone": "+49 30 1234567", "registeredAt": "2026-03-05T07:15:00Z",
       "lastLoginAt": "2026-03-07T20:00:00Z", "sequence": 2}""";
  static final String PAGE = "{\"items\": [" + CUSTOMER + "]}";

  static final String ERASE = "{\"customerIds\": [\"ada\", \"bob\"]}";
  static final String ERASED =
      """
      {"customers": [{"customerId": "ada", "result": "ERASED"},
       {"customerId": "bob", "result": "UNKNOWN"}]}""";

  private CustomerExamples() {}
}
