package io.cornershop.bootstrap;

import io.cornershop.catalogue.ProductCommand.AddProduct;
import io.cornershop.eventing.commands.CommandHandler;
import io.cornershop.inventory.StockCommand.AdjustStock;
import io.cornershop.kernel.Command;
import io.cornershop.kernel.CommandContext;
import io.cornershop.kernel.CommandId;
import io.cornershop.kernel.EventMetadata;
import io.cornershop.kernel.Money;
import io.cornershop.kernel.ProductId;
import io.cornershop.kernel.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something to buy in a first local run. The commands have fixed ids: a second run, also one after
 * a run that was cut off in the middle, does not do anything twice, and changes nothing that
 * somebody has changed since.
 */
public final class SampleCatalogue {

  private static final String SOURCE = "sample-catalogue";

  private record Sample(String id, String name, String price, int pieces) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("coffee-beans-1kg", "Coffee beans, 1 kg", "18.90", 120),
          new Sample("coffee-grinder", "Hand coffee grinder", "49.00", 25),
          new Sample("cup-white", "White cup", "7.05", 300),
          new Sample("espresso-pot", "Espresso pot for three", "27.50", 40),
          new Sample("honey-500g", "Forest honey, 500 g", "9.80", 80),
          new Sample("jam-apricot", "Apricot jam", "4.20", 150),
          new Sample("milk-jug", "Milk jug", "14.95", 60),
          new Sample("oat-biscuits", "Oat biscuits", "3.60", 200),
          new Sample("tea-assam-250g", "Assam tea, 250 g", "8.40", 90),
          new Sample("tea-mint-100g", "Mint tea, 100 g", "5.10", 110),
          new Sample("teapot-red", "Red teapot", "24.90", 35),
          new Sample("tray-oak", "Oak tray", "32.00", 15));

  private final CommandHandler commands;
  private final Clock clock;

  public SampleCatalogue(CommandHandler commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  /**
   * Makes sure that the samples were there once.
   *
   * @throws io.cornershop.kernel.Unavailable when the store does not answer; a repeat goes on
   */
  public void provide() {
    Instant now = clock.instant();
    for (Sample sample : SAMPLES) {
      ProductId id = new ProductId(sample.id());
      Money price = Money.of(sample.price(), "EUR");
      once("add", new AddProduct(id, sample.name(), price, OptionalInt.empty(), now));
      once("stock", new AdjustStock(id, sample.pieces(), "first delivery", now));
    }
  }

  private void once(String what, Command command) {
    CommandId id = CommandId.of(SOURCE, what, command.target().value());
    EventMetadata metadata = EventMetadata.of(id.value(), id.value(), SOURCE, SOURCE);
    try {
      commands.handle(command, CommandContext.of(id, metadata));
    } catch (Rejected ownBusiness) {
      System.getLogger(SOURCE)
          .log(
              System.Logger.Level.INFO, "No sample {0}: {1}", command.target(), ownBusiness.code());
    }
  }
}
