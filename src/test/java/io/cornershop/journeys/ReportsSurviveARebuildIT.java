package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.Await;
import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and sums are read from the version that a rebuild has made, and go on from there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsSurviveARebuildIT {

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());
  private final Shop operator = shop.as("operator");
  private final String coffee = shop.newProduct("18.90", 20);

  @ParameterizedTest
  @CsvSource({"order_sales, /api/reports/customers/", "order_details, /api/orders?customerId="})
  void a_rebuilt_view_says_the_same_and_hears_of_what_comes(String view, String path) {
    Customer ada = shop.newCustomer();
    order(ada);
    String before = awaitOrders(ada, path, 1);

    rebuild("/api/projections/" + view);

    assertThat(ada.shop().get(path + ada.id()).expect(200).response().body()).isEqualTo(before);
    order(ada);
    awaitOrders(ada, path, 2);
  }

  private void order(Customer customer) {
    String order = customer.order(coffee, 1, "sandbox-approve");
    customer.awaitOrder(order, "Confirmed");
  }

  /** What is read once it is about so many orders, as a list or as their number. */
  private static String awaitOrders(Customer customer, String path, int orders) {
    return Await.until(
            () -> customer.shop().get(path + customer.id()).expect(200),
            answer ->
                answer.body().path("orders").asInt(answer.body().path("items").size()) == orders)
        .response()
        .body();
  }

  private void rebuild(String view) {
    int before = operator.get(view).expect(200).body().path("activeVersion").asInt();
    operator.post(view + "/rebuild", "").expect(202);
    Await.until(
        () -> operator.get(view).expect(200).body().path("activeVersion").asInt(),
        active -> active > before);
  }
}
