package io.cornershop.carts.api;

import io.cornershop.kernel.Address;
import io.cornershop.kernel.PaymentMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** How the customer pays, and where the parcel goes. */
public record CheckOutRequest(
    @NotNull PaymentMethod paymentMethod, @NotNull @Valid ShippingAddress shippingAddress) {

  /**
   * Where the parcel goes.
   *
   * @param country ISO 3166 alpha-2
   */
  public record ShippingAddress(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String line1,
      Optional<@Size(min = 1, max = 200) String> line2,
      @NotBlank @Size(max = 200) String city,
      @NotBlank @Size(max = 20) String postalCode,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

    Address toAddress() {
      return new Address(name, line1, line2, city, postalCode, country);
    }
  }
}
