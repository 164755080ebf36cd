package io.cornershop.notifications.ledger;

import static io.cornershop.notifications.ledger.Entries.ADA;
import static io.cornershop.notifications.ledger.Entries.ENVELOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.eventing.privacy.EncryptingCodec;
import io.cornershop.eventing.privacy.InMemorySubjectKeys;
import io.cornershop.eventing.privacy.MasterKeys;
import io.cornershop.notifications.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SealsTest {

  private final EncryptingCodec codec =
      new EncryptingCodec(
          new InMemorySubjectKeys(), new MasterKeys("0123456789abcdef0123456789abcdef", List.of()));
  private final Seals seals = new Seals(codec);

  @Test
  void what_was_sealed_can_be_opened_and_not_be_read() {
    Entry entry = Entries.pending("n-1", seals);

    assertThat(seals.open(entry)).contains(ENVELOPE);
    assertThat(entry.toString()).doesNotContain("ada@example.org", "on its way");
  }

  @Test
  void behind_a_forgotten_person_nothing_can_be_opened() {
    Entry entry = Entries.pending("n-1", seals);
    Entry staffs = Entries.entry("n-2", Channel.EMAIL, Optional.empty(), seals);

    codec.forget(ADA.value());

    assertThat(seals.open(entry)).isEmpty();
    assertThat(seals.open(Entries.pending("n-3", seals))).isEmpty();
    assertThat(seals.open(staffs)).contains(ENVELOPE);
  }

  @Test
  void addresses_are_masked() {
    assertThat(Masks.of(Channel.EMAIL, "ada@example.org")).isEqualTo("a***@example.org");
    assertThat(Masks.of(Channel.EMAIL, "@")).isEqualTo("***");
    assertThat(Masks.of(Channel.SMS, "+49301234567")).isEqualTo("***67");
    assertThat(Masks.of(Channel.PUSH, "{}")).isEqualTo("a browser");
  }
}
