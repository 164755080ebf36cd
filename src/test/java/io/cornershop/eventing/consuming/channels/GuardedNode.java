package io.cornershop.eventing.consuming.channels;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cornershop.eventing.consuming.EventHandler;
import java.io.IOException;

/** What a {@link NodeProcess} runs whose effects are {@link GuardedRows}. */
final class GuardedNode {

  private GuardedNode() {}

  /**
   * Handles until its standard input ends.
   *
   * @param arguments brokers, topic, group, journal, database, and after how many events it stands
   *     still in the middle of a list; 0 to handle one by one
   */
  public static void main(String[] arguments) throws IOException {
    try (MongoClient client = MongoClients.create(arguments[4])) {
      GuardedRows rows = new GuardedRows(client.getDatabase(arguments[1]));
      int standingStillAfter = Integer.parseInt(arguments[5]);
      EventHandler handler =
          standingStillAfter == 0 ? rows.singly() : rows.inLists(standingStillAfter);
      TestNode node =
          TestNode.start(arguments[0], arguments[1], arguments[2], handler, Backing.empty());
      System.in.transferTo(System.out);
      node.stop();
    }
  }
}
