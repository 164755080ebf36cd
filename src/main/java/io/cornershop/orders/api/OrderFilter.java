package io.cornershop.orders.api;

import io.cornershop.kernel.CustomerId;
import io.cornershop.kernel.ProductId;
import io.cornershop.orders.OrderEvent.Status;
import io.cornershop.orders.views.OrderSort;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a list of orders, besides range and page. */
public class OrderFilter {

  @QueryParam("status")
  @Parameter(
      description = "Where the orders stand",
      schema =
          @Schema(
              enumeration = {
                "Created",
                "Validated",
                "Confirmed",
                "Shipped",
                "Delivered",
                "Cancelled",
                "Returned"
              }))
  private Status status;

  @QueryParam("customerId")
  @Parameter(description = "Whose orders")
  private CustomerId customerId;

  @QueryParam("productId")
  @Parameter(description = "A product that is among their items")
  private ProductId productId;

  @QueryParam("sort")
  @Parameter(
      description =
          "What they are sorted by; a minus means the greatest first. Amounts are sorted currency"
              + " by currency",
      schema =
          @Schema(
              defaultValue = "-createdAt",
              enumeration = {
                "-createdAt",
                "createdAt",
                "-updatedAt",
                "updatedAt",
                "-totalAmount",
                "totalAmount"
              }))
  private OrderSort sort;

  /** For the JAX-RS runtime, which fills the fields. */
  public OrderFilter() {}

  Optional<Status> status() {
    return Optional.ofNullable(status);
  }

  Optional<CustomerId> customer() {
    return Optional.ofNullable(customerId);
  }

  Optional<ProductId> product() {
    return Optional.ofNullable(productId);
  }

  OrderSort sort() {
    return sort == null ? OrderSort.NEWEST_FIRST : sort;
  }
}
