package io.cornershop.eventing.deadletters.mongo;

import com.mongodb.client.MongoCollection;
import io.cornershop.eventing.deadletters.DeadLetters.Payload;
import io.cornershop.mongo.MongoCalls;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Bytes of any size as documents {@code {_id: <letter>/<revision>/<n>, of, bytes}}. Thread-safe.
 */
final class PayloadChunks {

  private static final String BYTES = "bytes";
  private static final String COUNT = "of";

  private final MongoCollection<Document> chunks;
  private final int chunkBytes;

  PayloadChunks(MongoCollection<Document> chunks, int chunkBytes) {
    this.chunks = chunks;
    this.chunkBytes = chunkBytes;
  }

  /** The first chunk, which tells how many there are, comes last: with it all are there. */
  void keep(String letter, int revision, byte[] payload) {
    int count = Math.max(1, Math.ceilDiv(payload.length, chunkBytes));
    for (int n = count - 1; n >= 0; n--) {
      int from = n * chunkBytes;
      byte[] part = Arrays.copyOfRange(payload, from, Math.min(payload.length, from + chunkBytes));
      Document chunk =
          new Document(LetterDocuments.ID, id(letter, revision, n))
              .append(COUNT, count)
              .append(BYTES, new Binary(part));
      MongoCalls.of(() -> MongoCalls.isWritten(() -> chunks.insertOne(chunk)));
    }
  }

  Optional<byte[]> find(String letter, int revision) {
    return chunk(letter, revision, 0).map(first -> joined(first, rest(first, letter, revision)));
  }

  /** By the first chunks, which tell that all are there; without their bytes. */
  List<Payload> names(Optional<Payload> after, int limit) {
    List<Document> wanted = new ArrayList<>();
    wanted.add(new Document(LetterDocuments.ID, new Document("$regex", "/0$")));
    after
        .map(last -> new Document("$gt", id(last.letter(), last.revision(), 0)))
        .ifPresent(behind -> wanted.add(new Document(LetterDocuments.ID, behind)));
    Document query = new Document("$and", wanted);
    return MongoCalls.of(
            () ->
                chunks
                    .find(query)
                    .projection(new Document(LetterDocuments.ID, 1))
                    .sort(new Document(LetterDocuments.ID, 1))
                    .limit(limit)
                    .into(new ArrayList<>()))
        .stream()
        .map(chunk -> name(chunk.getString(LetterDocuments.ID)))
        .toList();
  }

  private static Payload name(String id) {
    String[] parts = id.split("/");
    return new Payload(parts[0], Integer.parseInt(parts[1]));
  }

  /** The first chunk goes last, so that a death in between leaves nothing that nobody finds. */
  void drop(String letter, int revision) {
    int count = chunk(letter, revision, 0).map(first -> first.getInteger(COUNT)).orElse(0);
    for (int n = count - 1; n >= 0; n--) {
      Document byId = new Document(LetterDocuments.ID, id(letter, revision, n));
      MongoCalls.of(() -> chunks.deleteOne(byId));
    }
  }

  private Optional<Document> chunk(String letter, int revision, int n) {
    Document byId = new Document(LetterDocuments.ID, id(letter, revision, n));
    return MongoCalls.of(() -> Optional.ofNullable(chunks.find(byId).first()));
  }

  private List<Document> rest(Document first, String letter, int revision) {
    return IntStream.range(1, first.getInteger(COUNT))
        .mapToObj(n -> chunk(letter, revision, n).orElseThrow())
        .toList();
  }

  private static byte[] joined(Document first, List<Document> rest) {
    List<Document> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    all.forEach(chunk -> payload.writeBytes(chunk.get(BYTES, Binary.class).getData()));
    return payload.toByteArray();
  }

  private static String id(String letter, int revision, int n) {
    return "%s/%d/%d".formatted(letter, revision, n);
  }
}
