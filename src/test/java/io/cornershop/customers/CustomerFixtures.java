package io.cornershop.customers;

import io.cornershop.customers.CustomerCommand.ErasePersonalData;
import io.cornershop.customers.CustomerCommand.LogIn;
import io.cornershop.customers.CustomerCommand.LogOut;
import io.cornershop.customers.CustomerCommand.RegisterCustomer;
import io.cornershop.customers.CustomerCommand.UpdateProfile;
import io.cornershop.customers.CustomerEvent.CustomerErased;
import io.cornershop.customers.CustomerEvent.CustomerLogin;
import io.cornershop.customers.CustomerEvent.CustomerLogout;
import io.cornershop.customers.CustomerEvent.CustomerProfileUpdated;
import io.cornershop.customers.CustomerEvent.CustomerRegistered;
import io.cornershop.kernel.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** The account of one customer. */
public final class CustomerFixtures {

  public static final CustomerId ADA = new CustomerId("customer-ada");
  public static final Optional<String> PHONE = Optional.of("+49 30 1234567");

  public static final Instant REGISTERED_AT = Instant.parse("2026-03-05T07:15:00Z");
  public static final Instant UPDATED_AT = Instant.parse("2026-03-06T07:15:00Z");
  public static final Instant LOGGED_IN_AT = Instant.parse("2026-03-07T20:00:00Z");
  public static final Instant ERASED_AT = Instant.parse("2026-03-09T09:00:00Z");
  public static final Instant LOGGED_OUT_AT = Instant.parse("2026-03-07T20:45:00Z");

  public static final RegisterCustomer REGISTER =
      new RegisterCustomer(ADA, "Ada Example", "ada@example.org", PHONE, REGISTERED_AT);
  public static final UpdateProfile UPDATE =
      new UpdateProfile(ADA, "Ada Sample", "ada.sample@example.org", Optional.empty(), UPDATED_AT);
  public static final LogIn LOG_IN = new LogIn(ADA, LOGGED_IN_AT);
  public static final ErasePersonalData ERASE = new ErasePersonalData(ADA, ERASED_AT);
  public static final LogOut LOG_OUT = new LogOut(ADA, LOGGED_OUT_AT);

  public static final CustomerRegistered REGISTERED =
      new CustomerRegistered(ADA, "Ada Example", "ada@example.org", PHONE, REGISTERED_AT);
  public static final CustomerProfileUpdated UPDATED =
      new CustomerProfileUpdated(
          ADA, "Ada Sample", "ada.sample@example.org", Optional.empty(), UPDATED_AT);
  public static final CustomerLogin LOGGED_IN = new CustomerLogin(ADA, LOGGED_IN_AT);
  public static final CustomerErased ERASED = new CustomerErased(ADA, ERASED_AT);
  public static final CustomerLogout LOGGED_OUT = new CustomerLogout(ADA, LOGGED_OUT_AT);

  private CustomerFixtures() {}
}
