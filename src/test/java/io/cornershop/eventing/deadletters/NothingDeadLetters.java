package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Keeps nothing, and says yes or no to everything. */
record NothingDeadLetters(boolean answer) implements DeadLetters {

  @Override
  public List<HeldSequence> sequences(String channel, Optional<SequenceId> after, int limit) {
    return List.of();
  }

  @Override
  public Optional<HeldSequence> sequence(SequenceId id) {
    return Optional.empty();
  }

  @Override
  public boolean insert(HeldSequence sequence) {
    return answer;
  }

  @Override
  public boolean replace(HeldSequence next) {
    return answer;
  }

  @Override
  public boolean touch(SequenceId id) {
    return answer;
  }

  @Override
  public boolean remove(HeldSequence sequence) {
    return answer;
  }

  @Override
  public Optional<Letter> letter(String id) {
    return Optional.empty();
  }

  @Override
  public boolean insert(Letter letter) {
    return answer;
  }

  @Override
  public boolean replace(Letter next) {
    return answer;
  }

  @Override
  public boolean remove(Letter letter) {
    return answer;
  }

  @Override
  public List<Letter> queue(SequenceId id, int limit) {
    return List.of();
  }

  @Override
  public OptionalLong lastOrder(SequenceId id) {
    return OptionalLong.empty();
  }

  @Override
  public Map<SequenceId, Long> openLetters(Set<SequenceId> ids) {
    return Map.of();
  }

  @Override
  public List<HeldSequence> sequences(Set<SequenceId> ids) {
    return List.of();
  }

  @Override
  public boolean replaceAll(List<HeldSequence> next) {
    return answer;
  }

  @Override
  public List<OpenCount> openCounts() {
    return List.of();
  }

  @Override
  public List<Letter> list(LetterFilter filter, Optional<LetterFilter.Place> after, int limit) {
    return List.of();
  }

  @Override
  public List<Letter> underived(String channel, int limit) {
    return List.of();
  }

  @Override
  public void keepPayload(String letter, int revision, byte[] payload) {}

  @Override
  public Optional<byte[]> payload(String letter, int revision) {
    return Optional.empty();
  }

  @Override
  public List<Letter> closedBefore(Instant time, Optional<String> after, int limit) {
    return List.of();
  }

  @Override
  public List<Payload> payloads(Optional<Payload> after, int limit) {
    return List.of();
  }

  @Override
  public void dropPayloads(String letter, int lastRevision) {
    // Nothing was kept.
  }
}
