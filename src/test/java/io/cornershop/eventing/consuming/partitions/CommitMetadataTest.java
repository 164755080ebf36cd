package io.cornershop.eventing.consuming.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CommitMetadataTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "finished1:5:0"})
  void reads_what_it_wrote(String note) {
    CommitMetadata metadata = new CommitMetadata(Optional.of(Uuid.randomUuid().toString()), note);
    assertThat(CommitMetadata.read(metadata.text())).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "finished1:5:0", "topic1:;finished1:5:0", "topic1:abc", "other"})
  void takes_any_other_text_as_a_note_without_a_topic(String text) {
    assertThat(CommitMetadata.read(text)).isEqualTo(new CommitMetadata(Optional.empty(), text));
  }

  @Test
  void is_the_note_alone_where_no_topic_is_known() {
    assertThat(new CommitMetadata(Optional.empty(), "finished1:5:0").text())
        .isEqualTo("finished1:5:0");
  }
}
