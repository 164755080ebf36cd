package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.RunningPlatform;
import io.cornershop.testing.Shop;
import io.cornershop.testing.Shop.Customer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many want what only one can have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LastPieceIsSoldOnceIT {

  private static final int ROUNDS = Integer.getInteger("cornershop.test.last-piece-rounds", 20);
  private static final int BUYERS = 50;

  private final Shop shop = Shop.at(RunningPlatform.shared().baseUri());

  @Test
  void to_one_of_50_who_check_out_at_the_same_time() throws Exception {
    List<Customer> buyers = Stream.generate(shop::newCustomer).limit(BUYERS).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String lamp = shop.newProduct("9.95", 1);
      sellOnce(lamp, orderAtOnce(buyers, lamp));
    }
  }

  private static List<String> orderAtOnce(List<Customer> buyers, String product) throws Exception {
    List<String> carts = buyers.stream().map(buyer -> buyer.cartWith(product, 1)).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(BUYERS)) {
      List<Callable<String>> checkOuts =
          Stream.iterate(0, i -> i < BUYERS, i -> i + 1)
              .<Callable<String>>map(
                  i -> () -> buyers.get(i).checkOut(carts.get(i)).expect(202).text("orderId"))
              .toList();
      List<Future<String>> answers = threads.invokeAll(checkOuts);
      return answers.stream().map(Future::resultNow).toList();
    }
  }

  private void sellOnce(String product, List<String> orders) {
    Books books = new Books(shop);
    List<JsonNode> ends = List.copyOf(books.assertEachIsPaidOrGivenUp(orders).values());

    assertThat(ends)
        .extracting(order -> order.path("status").asString())
        .containsOnlyOnce("Confirmed")
        .containsOnly("Confirmed", "Cancelled")
        .hasSize(BUYERS);
    books.assertStock(product, 1, ends);
  }
}
