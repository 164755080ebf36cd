package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EnvelopeJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the length-prefixed fields of a commit in a fixed order, the previous hash among
 * them: a changed, inserted or missing commit breaks the chain of its stream. The order of fields
 * can never change; a golden test holds it.
 */
final class CommitHash {

  private final MessageDigest digest;

  private CommitHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The hash of a commit; its own {@code hash} field is not part of it. */
  static String of(Commit commit) {
    CommitHash hash = new CommitHash();
    hash.add(commit.id());
    hash.add(commit.epoch());
    hash.add(commit.appendedAt().toString());
    hash.add(commit.previousCommit());
    hash.add(commit.previousHash());
    hash.add(String.valueOf(commit.commands().size()));
    for (CommandOutcome command : commit.commands()) {
      hash.add(command.commandId().value());
      hash.add(String.valueOf(command.sequence()));
    }
    commit.events().forEach(event -> hash.add(EnvelopeJson.write(event)));
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  /** The chain over the position log: everything up to and with this entry. */
  static String chain(String previousChainHash, long number, String commitId, String commitHash) {
    CommitHash hash = new CommitHash();
    hash.add(previousChainHash);
    hash.add(String.valueOf(number));
    hash.add(commitId);
    hash.add(commitHash);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
