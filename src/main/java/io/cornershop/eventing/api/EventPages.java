package io.cornershop.eventing.api;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import java.util.List;

/** Pages of lists that go by position. */
final class EventPages {

  private EventPages() {}

  /**
   * The page that is asked for.
   *
   * @param list tells the list from all others, for its cursors
   */
  static Page<Object> of(String list, EventsByPosition events, Paging paging) {
    int limit = paging.limit();
    long passed = paging.after().map(cursor -> cursor.placeIn(list)).orElse(0L);
    List<EventEnvelope> found = events.after(passed, limit + 1);
    return Page.of(found, limit, event -> Cursor.within(list, event.position().orElseThrow()))
        .map(EnvelopeJson::toWritable);
  }
}
