package io.cornershop.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InboxTest {

  private final Inbox inbox = new Inbox();

  @Test
  void the_newest_thousand_are_kept() {
    for (int i = 0; i < Inbox.MOST + 5; i++) {
      inbox.add(id -> mail(id, 10));
    }

    List<Mail> kept = inbox.newest(Integer.MAX_VALUE, Optional.empty());
    assertThat(kept).hasSize(Inbox.MOST);
    assertThat(kept.getFirst()).isEqualTo(mail(Inbox.MOST + 5, 10));
    assertThat(kept.getLast()).isEqualTo(mail(6, 10));
    assertThat(inbox.find(5)).isEmpty();
    assertThat(inbox.find(6)).contains(mail(6, 10));
  }

  @Test
  void large_ones_push_out_more() {
    for (int i = 0; i < 5; i++) {
      inbox.add(id -> mail(id, Inbox.MOST_BYTES / 2));
    }

    assertThat(inbox.newest(10, Optional.empty())).extracting(Mail::id).containsExactly(5L, 4L);
  }

  private static Mail mail(long id, int size) {
    return new Mail(id, Instant.EPOCH, "ada@shop.example", "Hi", List.of(), "Hi", "", size);
  }
}
