package io.cornershop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PageTest {

  @TempDir Path folder;

  @Test
  void a_run_replaces_what_stands_between_the_marks() throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page, "before\n<!-- results: begin -->\nold\n<!-- results: end -->\nbehind\n");

    new Page(page).write("new\n");

    assertThat(page)
        .hasContent("before\n<!-- results: begin -->\nnew\n<!-- results: end -->\nbehind\n");
  }

  @Test
  void a_page_without_marks_stays_as_it_is() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "text\n");

    assertThatIllegalStateException().isThrownBy(() -> new Page(page).write("new\n"));

    assertThat(page).hasContent("text\n");
  }
}
