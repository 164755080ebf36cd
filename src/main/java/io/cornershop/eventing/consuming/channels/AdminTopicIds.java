package io.cornershop.eventing.consuming.channels;

import io.cornershop.eventing.consuming.partitions.TopicIds;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Asks the broker by a client that lives for one question: it is asked at assignments and once a
 * minute.
 *
 * @param consumer the properties of the channel's consumer; those that are for any client hold here
 */
record AdminTopicIds(Map<String, Object> consumer) implements TopicIds {

  private static final int SECONDS_TO_ANSWER = 15;
  private static final int MILLIS_TO_ANSWER = SECONDS_TO_ANSWER * 1_000;

  @Override
  public Map<String, String> of(Set<String> topics) {
    Map<String, Object> properties = new HashMap<>(consumer);
    properties.keySet().retainAll(AdminClientConfig.configNames());
    // closing waits for what was asked, and the poll loop waits for that
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
    try (Admin admin = Admin.create(properties)) {
      return ids(
          admin
              .describeTopics(topics)
              .allTopicNames()
              .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
              .values());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("The topics " + topics + " are not known", e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("No answer about " + topics, e);
    }
  }

  private static Map<String, String> ids(Iterable<TopicDescription> topics) {
    Map<String, String> ids = new HashMap<>();
    for (TopicDescription topic : topics) {
      if (!topic.topicId().equals(Uuid.ZERO_UUID)) {
        ids.put(topic.name(), topic.topicId().toString());
      }
    }
    return ids;
  }
}
