package io.cornershop.eventing.store;

import io.cornershop.eventing.events.EnvelopeJson;
import io.cornershop.eventing.events.EventEnvelope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is hashed: the length-prefixed fields of a commit in a fixed order, the previous hash among
 * them, so that a changed, inserted or missing commit breaks the chain of its stream. The order of
 * fields can never change; a golden test holds it. {@link CommitSeals} say how it is hashed.
 */
final class CommitHash {

  private final Consumer<byte[]> sink;

  private CommitHash(Consumer<byte[]> sink) {
    this.sink = sink;
  }

  /** The SHA-256 of a commit; its own {@code hash} field is not part of it. */
  static String of(Commit commit) {
    MessageDigest digest = sha256();
    feed(commit, encoded(commit.events()), digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Each event in the form in which it is hashed, measured and published. */
  static List<byte[]> encoded(List<EventEnvelope> events) {
    return events.stream()
        .map(event -> EnvelopeJson.write(event).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /** Passes on everything that the hash of a commit covers. */
  static void feed(Commit commit, List<byte[]> events, Consumer<byte[]> sink) {
    CommitHash hash = new CommitHash(sink);
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
    events.forEach(hash::add);
  }

  /** The chain over the position log: everything up to and with this entry. */
  static String chain(String previousChainHash, long number, String commitId, String commitHash) {
    MessageDigest digest = sha256();
    CommitHash hash = new CommitHash(digest::update);
    hash.add(previousChainHash);
    hash.add(String.valueOf(number));
    hash.add(commitId);
    hash.add(commitHash);
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private void add(String field) {
    add(field.getBytes(StandardCharsets.UTF_8));
  }

  private void add(byte[] field) {
    sink.accept(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    sink.accept(field);
  }
}
