package io.cornershop.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Names one command for ever: a command whose id the store has seen is answered with the first
 * result and has no second effect.
 */
public record CommandId(String value) implements Identifier {

  public CommandId {
    Identifier.requireValid("commandId", value);
  }

  /**
   * The id that always belongs to the same parts, for instance caller, operation and idempotency
   * key, or event and reaction: the first 128 bits of a SHA-256 over the length-prefixed parts,
   * written as a UUID of version 8 (RFC 9562).
   */
  public static CommandId of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = hash.getLong() & ~0xF000L | 0x8000L;
    long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new CommandId(new UUID(high, low).toString());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
