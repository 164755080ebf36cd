package io.cornershop.eventing.privacy;

import io.cornershop.eventing.events.PersonalDataCodec;
import io.cornershop.eventing.privacy.SubjectKeys.Entry;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Destroyed;
import io.cornershop.eventing.privacy.SubjectKeys.Entry.Wrapped;
import io.cornershop.kernel.Latest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/**
 * Encrypts what is known of a person with a key of that person's own. What was stored in plain
 * stays readable as it is. Behind a destroyed key each value reads {@value #ERASED}, and is stored
 * so from then on. Thread-safe.
 *
 * <p>Keys are remembered for a minute: so long can another node go on reading after a key was
 * destroyed here.
 */
public final class EncryptingCodec implements PersonalDataCodec {

  /** What stands for every value of a person who was erased. */
  public static final String ERASED = "[erased]";

  static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final String MARK = "enc:v1:";
  private static final int CAPACITY = 10_000;

  /** A key as it was when it was looked up; none when it is destroyed. */
  private record Known(Optional<SecretKey> key, long since) {}

  private final SubjectKeys keys;
  private final MasterKeys masters;
  private final LongSupplier nanos;
  private final Latest<String, Known> known = new Latest<>(CAPACITY);

  public EncryptingCodec(SubjectKeys keys, MasterKeys masters) {
    this(keys, masters, System::nanoTime);
  }

  EncryptingCodec(SubjectKeys keys, MasterKeys masters, LongSupplier nanos) {
    this.keys = keys;
    this.masters = masters;
    this.nanos = nanos;
  }

  /**
   * The value as it is stored: marked and encrypted.
   *
   * @throws io.cornershop.kernel.Unavailable when the keys cannot be read
   */
  @Override
  public String protect(String subject, String value) {
    return remembered(subject)
        .orElseGet(() -> lookedUp(subject, keyFor(subject)))
        .key()
        .map(key -> MARK + Cipher256.encrypt(key, subject, value.getBytes(StandardCharsets.UTF_8)))
        .orElse(ERASED);
  }

  private Entry keyFor(String subject) {
    return keys.find(subject).orElseGet(() -> keys.add(subject, masters.newKey(subject)));
  }

  /**
   * The value that was stored.
   *
   * @throws IllegalArgumentException when it cannot be decrypted although its key was not destroyed
   * @throws io.cornershop.kernel.Unavailable when the keys cannot be read
   */
  @Override
  public String reveal(String subject, String stored) {
    if (!stored.startsWith(MARK)) {
      return stored;
    }
    return remembered(subject)
        .orElseGet(() -> lookedUp(subject, keys.find(subject).orElseThrow(() -> lost(subject))))
        .key()
        .map(key -> decrypted(key, subject, stored.substring(MARK.length())))
        .orElse(ERASED);
  }

  private static String decrypted(SecretKey key, String subject, String text) {
    return Cipher256.decrypt(key, subject, text)
        .map(plain -> new String(plain, StandardCharsets.UTF_8))
        .orElseThrow(
            () -> new IllegalArgumentException("A value of " + subject + " was changed or moved"));
  }

  private static IllegalArgumentException lost(String subject) {
    return new IllegalArgumentException("The key of " + subject + " is lost, but not destroyed");
  }

  /** Destroys the key of a person for good. */
  public void forget(String subject) {
    keys.destroy(subject);
    lookedUp(subject, new Destroyed());
  }

  private Optional<Known> remembered(String subject) {
    return known
        .find(subject)
        .filter(k -> k.key().isEmpty() || nanos.getAsLong() - k.since() < REMEMBERED.toNanos());
  }

  private Known lookedUp(String subject, Entry entry) {
    Optional<SecretKey> key =
        switch (entry) {
          case Wrapped w -> Optional.of(masters.unwrap(subject, w.text()));
          case Destroyed d -> Optional.empty();
        };
    Known now = new Known(key, nanos.getAsLong());
    known.merge(subject, now, (before, next) -> before.key().isEmpty() ? before : next);
    return now;
  }
}
