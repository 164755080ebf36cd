package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.RawKafka.RecordTwin;
import io.cornershop.bench.RawRelay.Numberable;
import io.cornershop.eventing.store.Commit;
import io.cornershop.testing.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the raw side leaves undone would make it look faster than it is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RawRelayTest {

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private MongoDatabase database;
  private RawRelay relay;

  @BeforeEach
  void make_the_relay() {
    MongoDatabase templates = MONGO.freshDatabase();
    OurEngine engine = new OurEngine(templates, new Sample("bench"), true);
    database = MONGO.freshDatabase();
    relay =
        new RawRelay(
            new RawStore(database, new TemplateStore(templates, engine).templates()),
            producer,
            new RecordTwin("topic", new byte[] {1}, new RecordHeaders()));
  }

  @Test
  void numbers_sends_and_marks_one_backlog_behind_the_other() {
    List<Numberable> first = backlog(1_200);
    List<Numberable> second = backlog(300);

    relay.publish(first);
    relay.publish(second);

    List<Numberable> all = Stream.concat(first.stream(), second.stream()).toList();
    assertThat(positions()).isEqualTo(LongStream.rangeClosed(1, 1_500).boxed().toList());
    assertThat(producer.history().stream().map(ProducerRecord::key))
        .isEqualTo(all.stream().map(Numberable::aggregateId).toList());
    assertThat(mark()).isEqualTo(1_500);
  }

  @Test
  void fails_when_kafka_refuses_a_record() {
    producer.sendException = new InvalidTopicException();

    assertThatIllegalStateException()
        .isThrownBy(() -> Workers.raw().runAll(1, () -> relay.publish(backlog(1))));
  }

  private static List<Numberable> backlog(int size) {
    return Stream.generate(Sample::newStream)
        .limit(size)
        .map(stream -> new Numberable(Commit.idOf(stream, 1), stream.aggregateId()))
        .toList();
  }

  private List<Long> positions() {
    return database.getCollection("positions").find().into(new ArrayList<>()).stream()
        .map(position -> position.getLong("_id"))
        .sorted()
        .toList();
  }

  private long mark() {
    return database
        .getCollection("marks")
        .find(new Document("_id", "published"))
        .first()
        .getLong("position");
  }
}
