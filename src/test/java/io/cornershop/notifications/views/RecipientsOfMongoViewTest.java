package io.cornershop.notifications.views;

import io.cornershop.eventing.projections.MongoRows;
import io.cornershop.eventing.projections.Row;
import io.cornershop.eventing.projections.Sources;
import io.cornershop.notifications.recipients.Recipient;
import io.cornershop.notifications.recipients.Recipients;
import io.cornershop.notifications.recipients.RecipientsContract;
import io.cornershop.notifications.views.ViewedRecipients.View;
import io.cornershop.testing.EmbeddedMongo;
import io.cornershop.testing.ShopHistory;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The view has seen everybody, and the store has nothing to add. */
class RecipientsOfMongoViewTest extends RecipientsContract {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  @Override
  protected Recipients knowing(List<Recipient> people) {
    MongoRows rows = new MongoRows(MONGO.freshDatabase());
    RecipientProjection view = new RecipientProjection();
    rows.prepare(view);
    people.forEach(
        person ->
            rows.save(
                view, new Row<>(person.customerId(), KnownPeople.row(person), Sources.NONE, 1)));
    CurrentWishes nobody = new CurrentWishes(new ShopHistory().live());
    return new ViewedRecipients(
        new View(id -> rows.load(view, id).map(Row::value), (id, streams) -> true), nobody);
  }
}
