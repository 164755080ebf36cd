package io.cornershop.customers.domain;

import static io.cornershop.customers.CustomerFixtures.ADA;
import static io.cornershop.customers.CustomerFixtures.ERASE;
import static io.cornershop.customers.CustomerFixtures.ERASED;
import static io.cornershop.customers.CustomerFixtures.LOGGED_IN;
import static io.cornershop.customers.CustomerFixtures.LOGGED_OUT;
import static io.cornershop.customers.CustomerFixtures.LOG_IN;
import static io.cornershop.customers.CustomerFixtures.LOG_OUT;
import static io.cornershop.customers.CustomerFixtures.REGISTER;
import static io.cornershop.customers.CustomerFixtures.REGISTERED;
import static io.cornershop.customers.CustomerFixtures.REGISTERED_AT;
import static io.cornershop.customers.CustomerFixtures.UPDATE;
import static io.cornershop.customers.CustomerFixtures.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cornershop.customers.CustomerCommand;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.CustomerCommand.UpdateProfile;
import io.cornershop.customers.CustomerEvent;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.testing.DeciderSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CustomerDeciderTest {

  private final CustomerDecider decider = new CustomerDecider();
  private final DeciderSpec<CustomerCommand, Customer, CustomerEvent> customer =
      DeciderSpec.of(decider);

  private static RegisterCustomer as(String name, String email, Optional<String> phone) {
    return new RegisterCustomer(ADA, name, email, phone, REGISTERED_AT);
  }

  @Nested
  class A_stranger {

    @Test
    void registers() {
      customer.given().when(REGISTER).then(REGISTERED);
    }

    @Test
    void registers_without_a_phone() {
      customer
          .given()
          .when(as("Ada", "ada@example.org", Optional.empty()))
          .then(
              new CustomerRegistered(
                  ADA, "Ada", "ada@example.org", Optional.empty(), REGISTERED_AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Ada\r\nBcc: all@example.org"})
    void is_refused_without_a_name_of_one_line(String name) {
      customer
          .given()
          .when(as(name, "ada@example.org", Optional.empty()))
          .thenRejected("invalid-name");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "ada",
          "ada@",
          "@example.org",
          "ada@example",
          "a da@example.org",
          "ada@example..org",
          "a@b@example.org",
          "ada@example.org\n",
          "Ada <ada@example.org>",
          "zo\u00eb@example.org",
          ".ada@example.org",
          "ada.@example.org",
          "a..da@example.org",
          "ada@-example.org"
        })
    void is_refused_with_what_is_no_e_mail_address(String email) {
      customer.given().when(as("Ada", email, Optional.empty())).thenRejected("invalid-email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.l+shop@example.org", "a@b\u00fccher.example", "o'neil@a-b.org"})
    void may_have_any_address_that_mail_servers_take(String email) {
      customer
          .given()
          .when(as("Ada", email, Optional.empty()))
          .then(new CustomerRegistered(ADA, "Ada", email, Optional.empty(), REGISTERED_AT));
    }

    @Test
    void is_told_which_field_is_refused() {
      assertThat(fieldOf(as(" ", "ada@example.org", Optional.empty()))).contains("name");
      assertThat(fieldOf(as("Ada", "ada", Optional.empty()))).contains("email");
      assertThat(fieldOf(as("Ada", "ada@example.org", Optional.of("1")))).contains("phone");
    }

    private Optional<String> fieldOf(CustomerCommand command) {
      return catchThrowableOfType(Rejected.class, () -> decider.decide(command, decider.initial()))
          .field();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 30 1234567", "+49 (0) 30 1234567", "0049-30/123.45.67"})
    void may_have_any_number_that_tells_its_country(String phone) {
      customer
          .given()
          .when(as("Ada", "ada@example.org", Optional.of(phone)))
          .then(
              new CustomerRegistered(
                  ADA, "Ada", "ada@example.org", Optional.of(phone), REGISTERED_AT));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "1234",
          "12345",
          "0301234567",
          "call me",
          "1234567890123456",
          "+1234567890123456",
          "+",
          "+49 30 1234567\n",
          "+49 30 1234567                                          "
        })
    void is_refused_with_what_is_no_phone_number(String phone) {
      customer
          .given()
          .when(as("Ada", "ada@example.org", Optional.of(phone)))
          .thenRejected("invalid-phone");
    }

    @ParameterizedTest
    @MethodSource("io.cornershop.customers.domain.CustomerDeciderTest#forCustomersOnly")
    void is_not_known(CustomerCommand command) {
      assertThatThrownBy(() -> decider.decide(command, decider.initial()))
          .isInstanceOf(NotFound.class)
          .hasMessage("There is no customer customer-ada");
    }
  }

  static Stream<CustomerCommand> forCustomersOnly() {
    return Stream.of(UPDATE, LOG_IN, LOG_OUT, ERASE);
  }

  static Stream<CustomerCommand> forLivingCustomersOnly() {
    return Stream.of(REGISTER, UPDATE, LOG_IN, LOG_OUT);
  }

  @Nested
  class An_erased_customer {

    @Test
    void was_a_customer_before() {
      customer.given(REGISTERED, LOGGED_IN).when(ERASE).then(ERASED);
    }

    @Test
    void is_erased_once() {
      customer.given(REGISTERED, ERASED).when(ERASE).thenNothing();
    }

    @ParameterizedTest
    @MethodSource("io.cornershop.customers.domain.CustomerDeciderTest#forLivingCustomersOnly")
    void does_nothing_any_more(CustomerCommand command) {
      customer.given(REGISTERED, ERASED).when(command).thenRejected("customer-erased");
    }

    @Test
    void stays_erased_whatever_is_told() {
      customer
          .given(REGISTERED, ERASED, LOGGED_IN, UPDATED, REGISTERED)
          .when(LOG_IN)
          .thenRejected("customer-erased");
    }
  }

  @Nested
  class A_customer {

    @Test
    void does_not_register_twice() {
      customer.given(REGISTERED).when(REGISTER).thenNothing();
    }

    @Test
    void is_not_overwritten_by_another_registration() {
      customer
          .given(REGISTERED)
          .when(as("Eve", "eve@example.org", Optional.empty()))
          .thenRejected("customer-already-registered");
    }

    @Test
    void changes_the_profile() {
      customer.given(REGISTERED).when(UPDATE).then(UPDATED);
    }

    @Test
    void changes_nothing_by_sending_the_same_profile() {
      customer.given(REGISTERED, UPDATED, LOGGED_IN).when(UPDATE).thenNothing();
    }

    @Test
    void cannot_have_a_profile_without_an_e_mail_address() {
      UpdateProfile broken = new UpdateProfile(ADA, "Ada", "none", Optional.empty(), UPDATE.at());
      customer.given(REGISTERED).when(broken).thenRejected("invalid-email");
    }

    @Test
    void logs_in_as_often_as_they_come() {
      customer.given(REGISTERED).when(LOG_IN).then(LOGGED_IN).when(LOG_IN).then(LOGGED_IN);
    }

    @Test
    void logs_out_once() {
      customer
          .given(REGISTERED, LOGGED_IN)
          .when(LOG_OUT)
          .then(LOGGED_OUT)
          .when(LOG_OUT)
          .thenNothing();
    }

    @Test
    void who_never_came_does_not_leave() {
      customer.given(REGISTERED).when(LOG_OUT).thenNothing();
    }
  }
}
