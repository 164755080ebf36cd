package io.cornershop.eventing.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.nosql.Column;
import jakarta.nosql.Entity;
import jakarta.nosql.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowCodecTest {

  private final RowCodec<Excursion> codec = RowCodec.of(Excursion.class);

  @Test
  void a_full_row_is_read_as_it_was_written() {
    Excursion row = Excursions.full("full");

    assertThat(codec.read(codec.write(row))).isEqualTo(row);
  }

  @Test
  void a_bare_row_is_read_as_it_was_written() {
    Excursion row = Excursions.bare("bare");

    assertThat(codec.read(codec.write(row))).isEqualTo(row);
  }

  @Test
  void what_is_not_there_is_left_out_and_an_empty_list_is_an_array() {
    Document document = codec.write(Excursions.bare("bare"));

    assertThat(document)
        .doesNotContainKeys("remark", "rating", "deposit", "arrival")
        .containsEntry("stops", List.of())
        .containsEntry("tags", List.of())
        .containsEntry("price", new Document("minorUnits", 1010L).append("currency", "EUR"));
  }

  @Test
  void a_list_that_a_document_lacks_is_empty_and_another_column_is_missed() {
    Document document = codec.write(Excursions.bare("bare"));
    document.remove("tags");
    assertThat(codec.read(document)).isEqualTo(Excursions.bare("bare"));

    document.remove("title");
    assertThatThrownBy(() -> codec.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("title");
  }

  @Entity("a")
  public record WithDecimal(@Id String id, @Column BigDecimal price) {}

  @Entity("b")
  public record WithBareInstant(@Id String id, @Column Instant at) {}

  @Entity("c")
  public record WithOptionalList(@Id String id, @Column Optional<List<String>> tags) {}

  @Entity("d")
  public record WithUnmarked(@Id String id, String forgotten) {}

  @Entity("e")
  public record WithoutId(@Column String id) {}

  @Entity("f")
  public record WithOptionalConstant(@Id String id, @Column Optional<Excursion.Stage> stage) {}

  @Entity("g")
  record NotPublic(@Id String id) {}

  public record NoEntity(@Id String id) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        WithDecimal.class,
        WithBareInstant.class,
        WithOptionalList.class,
        WithUnmarked.class,
        WithoutId.class,
        WithOptionalConstant.class,
        NotPublic.class,
        NoEntity.class
      })
  void a_row_that_repositories_would_not_read_back_is_refused(Class<?> type) {
    assertThatThrownBy(() -> RowCodec.of(type)).isInstanceOf(IllegalArgumentException.class);
  }
}
