package io.cornershop.customers.views;

import static io.cornershop.customers.CustomerFixtures.ERASED;
import static io.cornershop.customers.CustomerFixtures.ERASED_AT;
import static io.cornershop.customers.CustomerFixtures.LOGGED_IN;
import static io.cornershop.customers.CustomerFixtures.LOGGED_IN_AT;
import static io.cornershop.customers.CustomerFixtures.LOGGED_OUT;
import static io.cornershop.customers.CustomerFixtures.PHONE;
import static io.cornershop.customers.CustomerFixtures.REGISTERED;
import static io.cornershop.customers.CustomerFixtures.REGISTERED_AT;
import static io.cornershop.customers.CustomerFixtures.UPDATED;

import io.cornershop.eventing.events.StreamId;
import io.cornershop.testing.ProjectionSpec;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerProfileProjectionTest {

  private static final StreamId CUSTOMER = new StreamId("Customer", "customer-ada");

  private final ProjectionSpec<CustomerProfile> profile =
      ProjectionSpec.of(new CustomerProfileProjection());

  @Test
  void shows_a_new_customer() {
    profile
        .given(CUSTOMER, REGISTERED)
        .then(
            new CustomerProfile(
                "customer-ada",
                "Ada Example",
                "ada@example.org",
                "ada@example.org",
                PHONE,
                REGISTERED_AT,
                Optional.empty(),
                Optional.empty(),
                1));
  }

  @Test
  void shows_the_newest_profile_and_the_last_log_in() {
    profile
        .given(CUSTOMER, REGISTERED, LOGGED_IN, LOGGED_OUT, UPDATED)
        .then(
            new CustomerProfile(
                "customer-ada",
                "Ada Sample",
                "ada.sample@example.org",
                "ada.sample@example.org",
                Optional.empty(),
                REGISTERED_AT,
                Optional.of(LOGGED_IN_AT),
                Optional.empty(),
                4));
  }

  @Test
  void shows_nothing_of_an_erased_customer() {
    profile
        .given(CUSTOMER, REGISTERED, LOGGED_IN, ERASED)
        .then(
            new CustomerProfile(
                "customer-ada",
                "[erased]",
                "[erased]",
                "[erased]",
                Optional.empty(),
                REGISTERED_AT,
                Optional.of(LOGGED_IN_AT),
                Optional.of(ERASED_AT),
                3));
  }
}
