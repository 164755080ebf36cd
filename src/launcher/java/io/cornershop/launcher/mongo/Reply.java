package io.cornershop.launcher.mongo;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is left of an answer, reply by reply. A client refuses a reply of more than 48,000,000
 * bytes, so none has more documents than fit; MongoDB does the same at 16 MB.
 */
final class Reply implements Cursor {

  /** Each character takes three bytes at most. */
  private static final long MOST_CHARACTERS = 12L << 20;

  private static final int OF_A_VALUE = 16;

  private final long id;
  private final Deque<Document> rest;

  Reply(long id, List<Document> rest) {
    this.id = id;
    this.rest = new ArrayDeque<>(rest);
  }

  /**
   * How many documents, from the first on, fit into one reply: one at least, if there is one.
   *
   * @param most how many are wanted, 0 for all
   */
  static int fitting(Collection<Document> documents, int most) {
    Room room = new Room();
    int fitting = 0;
    for (Document document : documents) {
      if (fitting > 0 && fitting == most || !room.takes(document)) {
        return fitting;
      }
      fitting++;
    }
    return fitting;
  }

  /** What one reply has room for. One thread. */
  static final class Room {

    private long characters;

    /** Whether it takes this document, too; always the first. */
    boolean takes(Document document) {
      boolean first = characters == 0;
      characters += sizeOf(document);
      return first || characters <= MOST_CHARACTERS;
    }
  }

  /** Loops, because each document of each answer comes by here. */
  private static long sizeOf(Object value) {
    long size = OF_A_VALUE;
    if (value instanceof String text) {
      size += text.length();
    } else if (value instanceof Document document) {
      for (Map.Entry<String, Object> field : document.entrySet()) {
        size += field.getKey().length() + sizeOf(field.getValue());
      }
    } else if (value instanceof Collection<?> values) {
      for (Object one : values) {
        size += sizeOf(one);
      }
    } else if (value instanceof BinData bytes) {
      size += bytes.getData().length;
    }
    return size;
  }

  @Override
  public long getId() {
    return id;
  }

  @Override
  public boolean isEmpty() {
    return rest.isEmpty();
  }

  @Override
  public synchronized List<Document> takeDocuments(int most) {
    int taken = fitting(rest, most);
    return Stream.generate(rest::poll).limit(taken).toList();
  }
}
