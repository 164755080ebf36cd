package io.cornershop.journeys;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The books of the payment provider, past the application. */
record Provider(long held, long kept, List<String> overpaid) {

  /**
   * What it holds and has, in cents.
   *
   * @param mongoUri where the sandbox keeps its books
   */
  static Provider read(String mongoUri) {
    long held = 0;
    long kept = 0;
    List<String> odd = new ArrayList<>();
    try (MongoClient client = MongoClients.create(mongoUri)) {
      for (Document account :
          client.getDatabase("cornershop").getCollection("sandbox_payments").find()) {
        held += account.getLong("held");
        kept += account.getLong("captured") - account.getLong("refunded");
        if (account.getLong("refunded") > account.getLong("captured")) {
          odd.add(account.getString("_id"));
        }
      }
    }
    return new Provider(held, kept, List.copyOf(odd));
  }
}
