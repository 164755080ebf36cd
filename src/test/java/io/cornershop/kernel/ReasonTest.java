package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.ServerAddress;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReasonTest {

  @Test
  void is_one_line_with_all_causes_and_the_place_of_the_first() {
    Exception first = new IllegalStateException("lost\r\n  {at=5,\n to=6}");
    first.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("io.cornershop.Shop", "open", "Shop.java", 7)
        });

    assertThat(Reason.of(new IllegalArgumentException("no shop", first)))
        .isEqualTo(
            "java.lang.IllegalArgumentException: no shop, because of"
                + " java.lang.IllegalStateException: lost {at=5, to=6} at io.cornershop.Shop.open(Shop.java:7)");
  }

  @Test
  void is_bounded_however_long_a_message_is_and_however_a_failure_causes_itself() {
    Exception ring = new IllegalStateException("x".repeat(10_000));
    ring.initCause(new IllegalStateException("y".repeat(10_000), ring));

    assertThat(Reason.of(ring).length()).isLessThan(4_000);
  }

  @Test
  void what_could_not_be_read_is_not_quoted_by_what_it_causes_either() {
    Exception quoting = unreadable();

    assertThat(Reason.of(quoting)).doesNotContain("ada");
    assertThat(Reason.of(new ExecutionException(quoting)))
        .startsWith("java.util.concurrent.ExecutionException, because of java.lang.Num")
        .doesNotContain("ada");
    assertThat(Reason.of(new IllegalStateException("Cannot: " + quoting.getMessage(), quoting)))
        .doesNotContain("ada");
    assertThat(Reason.of(new CompletionException(new ExecutionException(quoting))))
        .doesNotContain("ada");
  }

  private static Exception unreadable() {
    try {
      Integer.parseInt("ada@example.org");
      throw new AssertionError("a number");
    } catch (NumberFormatException e) {
      return e;
    }
  }

  @Test
  void an_address_that_could_not_be_read_is_not_quoted() {
    assertThatThrownBy(() -> URI.create("https://push.example/ada 1"))
        .satisfies(
            failure ->
                assertThat(Reason.of(new IllegalStateException(failure)))
                    .contains("because of java.net.URISyntaxException")
                    .doesNotContain("ada"));
  }

  @Test
  void what_the_database_quotes_is_not_told_but_its_code_is() {
    MongoCommandException failure =
        new MongoCommandException(
            new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(11_000))
                .append("codeName", new BsonString("DuplicateKey"))
                .append("errmsg", new BsonString("E11000 dup key: { email: \"ada\" }")),
            new ServerAddress());

    assertThat(Reason.of(new ExecutionException(failure)))
        .startsWith(
            "java.util.concurrent.ExecutionException, because of"
                + " com.mongodb.MongoCommandException: Command execution failed on MongoDB server with error 11000"
                + " (DuplicateKey): ...")
        .doesNotContain("ada");
  }

  @Test
  void nobody_draws_on_the_screen_of_who_reads_it() {
    assertThat(Reason.line(new IllegalStateException("no\u001b[31m\tshop")))
        .isEqualTo("java.lang.IllegalStateException: no?[31m?shop");
  }
}
