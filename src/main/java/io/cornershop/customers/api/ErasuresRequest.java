package io.cornershop.customers.api;

import io.cornershop.customers.erasure.Erasures;
import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.InvalidValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;

/** Who is to be erased. */
public record ErasuresRequest(
    @NotNull @Size(min = 1, max = Erasures.MOST) List<@NotNull CustomerId> customerIds) {

  /**
   * All of them.
   *
   * @throws InvalidValue when one is there twice
   */
  List<CustomerId> distinct() {
    if (new HashSet<>(customerIds).size() < customerIds.size()) {
      throw new InvalidValue("customerIds", "must not have a customer twice");
    }
    return customerIds;
  }
}
