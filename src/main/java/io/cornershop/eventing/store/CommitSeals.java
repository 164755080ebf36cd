package io.cornershop.eventing.store;

import io.cornershop.kernel.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * How commits are sealed: by SHA-256, which shows what was changed by mistake, or by HMAC-SHA-256
 * with a key, which nobody can forge who can write to the database but has no key. A seal says how
 * it was made: 64 hexadecimal digits are a plain hash, {@code hmac-sha256:<key id>:<digits>} a
 * keyed one, so histories of both kinds and of several keys can be checked. Immutable and
 * thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class CommitSeals {

  /** What a check of a seal says. */
  public enum Verdict {
    /** The commit is as it was sealed. */
    INTACT,
    /** It is not. */
    CHANGED,
    /** It was sealed with a key that is not among those that are known here. */
    UNKNOWN_KEY
  }

  /** Without a key. */
  public static final CommitSeals PLAIN = new CommitSeals("", List.of());

  private static final int MIN_KEY = 32;
  private static final String KEYED = "hmac-sha256:";

  private final String current;
  private final Map<String, HmacSha256> keys = new LinkedHashMap<>();

  private CommitSeals(String currentKey, Collection<String> retiredKeys) {
    this.current = currentKey.isEmpty() ? "" : remember(currentKey);
    retiredKeys.forEach(this::remember);
  }

  /**
   * Seals with {@code currentKey} if there is one, and knows the retired keys too.
   *
   * @throws IllegalArgumentException when a key has fewer than 32 characters
   */
  public static CommitSeals with(Optional<String> currentKey, Collection<String> retiredKeys) {
    return new CommitSeals(currentKey.orElse(""), retiredKeys);
  }

  private String remember(String key) {
    if (key.length() < MIN_KEY) {
      throw new IllegalArgumentException("A hash key has at least " + MIN_KEY + " characters");
    }
    byte[] digest =
        CommitHash.sha256().digest(("key id of " + key).getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(digest, 0, Integer.BYTES);
    keys.put(id, new HmacSha256(key));
    return id;
  }

  /** The seal of a new commit. */
  String seal(Commit commit, List<byte[]> events) {
    return current.isEmpty() ? plain(commit, events) : keyed(current, commit, events);
  }

  /** Whether a stored commit is as it was sealed, by what it was sealed with. */
  public Verdict check(Commit commit) {
    List<byte[]> events = CommitHash.encoded(commit.events());
    if (!isKeyed(commit.hash())) {
      return verdict(commit, plain(commit, events));
    }
    String keyId = commit.hash().substring(KEYED.length()).split(":", 2)[0];
    return keys.containsKey(keyId)
        ? verdict(commit, keyed(keyId, commit, events))
        : Verdict.UNKNOWN_KEY;
  }

  /**
   * Whether a seal was made with a key. In an intact stream no plain seal follows a keyed one while
   * keys are in use; who checks a stream should report one that does.
   */
  public static boolean isKeyed(String seal) {
    return seal.startsWith(KEYED);
  }

  private static Verdict verdict(Commit commit, String expected) {
    boolean same =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8),
            commit.hash().getBytes(StandardCharsets.UTF_8));
    return same ? Verdict.INTACT : Verdict.CHANGED;
  }

  private static String plain(Commit commit, List<byte[]> events) {
    MessageDigest digest = CommitHash.sha256();
    CommitHash.feed(commit, events, digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  private String keyed(String keyId, Commit commit, List<byte[]> events) {
    Mac mac = keys.get(keyId).begun();
    CommitHash.feed(commit, events, mac::update);
    return KEYED + keyId + ":" + HexFormat.of().formatHex(mac.doFinal());
  }
}
