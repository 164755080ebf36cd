package io.cornershop.eventing.deadletters;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps letters as long as the test lasts. */
public class InMemoryDeadLetters implements DeadLetters {

  private static final Comparator<Letter> IN_ORDER =
      Comparator.comparingLong(Letter::order)
          .thenComparing(letter -> letter.source().offset())
          .thenComparing(Letter::id);
  private static final Comparator<Letter> LATEST_FIRST =
      Comparator.comparing((Letter letter) -> letter.failure().first())
          .thenComparing(Letter::id)
          .reversed();

  private final Map<String, HeldSequence> sequences = new TreeMap<>();
  private final Map<String, Letter> letters = new HashMap<>();
  private final Map<String, byte[]> payloads = new HashMap<>();

  @Override
  public synchronized List<HeldSequence> sequences(
      String channel, Optional<SequenceId> after, int limit) {
    return sequences.entrySet().stream()
        .filter(entry -> after.map(id -> entry.getKey().compareTo(id.toString()) > 0).orElse(true))
        .map(Map.Entry::getValue)
        .filter(sequence -> sequence.id().channel().equals(channel))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<HeldSequence> sequence(SequenceId id) {
    return Optional.ofNullable(sequences.get(id.toString()));
  }

  @Override
  public synchronized List<HeldSequence> sequences(Set<SequenceId> ids) {
    return sequences.values().stream().filter(held -> ids.contains(held.id())).toList();
  }

  @Override
  public synchronized boolean replaceAll(List<HeldSequence> next) {
    return next.stream().filter(this::replace).count() == next.size();
  }

  @Override
  public synchronized boolean insert(HeldSequence sequence) {
    return sequences.putIfAbsent(sequence.id().toString(), sequence) == null;
  }

  @Override
  public synchronized boolean replace(HeldSequence next) {
    return sequence(next.id()).filter(s -> s.version() == next.version() - 1).isPresent()
        && sequences.put(next.id().toString(), next) != null;
  }

  @Override
  public synchronized boolean touch(SequenceId id) {
    Optional<HeldSequence> held = sequence(id);
    held.ifPresent(
        s ->
            sequences.put(
                id.toString(),
                new HeldSequence(
                    id,
                    s.state(),
                    s.home(),
                    s.head(),
                    s.nextAttempt(),
                    s.wish(),
                    s.version() + 1)));
    return held.isPresent();
  }

  @Override
  public synchronized boolean remove(HeldSequence sequence) {
    return sequence(sequence.id()).filter(s -> s.version() == sequence.version()).isPresent()
        && sequences.remove(sequence.id().toString()) != null;
  }

  @Override
  public synchronized Optional<Letter> letter(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public synchronized boolean insert(Letter letter) {
    return letters.putIfAbsent(letter.id(), letter) == null;
  }

  @Override
  public synchronized boolean replace(Letter next) {
    return letter(next.id()).filter(l -> l.version() == next.version() - 1).isPresent()
        && letters.put(next.id(), next) != null;
  }

  @Override
  public synchronized boolean remove(Letter letter) {
    return letter(letter.id()).filter(l -> l.version() == letter.version()).isPresent()
        && letters.remove(letter.id()) != null;
  }

  @Override
  public synchronized List<Letter> queue(SequenceId id, int limit) {
    return open(id).sorted(IN_ORDER).limit(limit).toList();
  }

  @Override
  public synchronized OptionalLong lastOrder(SequenceId id) {
    return open(id).mapToLong(Letter::order).max();
  }

  @Override
  public synchronized Map<SequenceId, Long> openLetters(Set<SequenceId> ids) {
    return ids.stream().collect(Collectors.toMap(id -> id, id -> open(id).count()));
  }

  @Override
  public synchronized List<OpenCount> openCounts() {
    record Place(String consumer, LetterState state) {}
    return letters.values().stream()
        .filter(letter -> letter.state().open())
        .collect(
            Collectors.groupingBy(
                letter -> new Place(letter.sequence().consumer(), letter.state()),
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> new OpenCount(e.getKey().consumer(), e.getKey().state(), e.getValue()))
        .toList();
  }

  private Stream<Letter> open(SequenceId id) {
    return letters.values().stream()
        .filter(letter -> letter.state().open() && letter.sequence().equals(id));
  }

  @Override
  public synchronized List<Letter> list(
      LetterFilter filter, Optional<LetterFilter.Place> after, int limit) {
    return letters.values().stream()
        .filter(filter::matches)
        .filter(letter -> after.map(place -> isBehind(letter, place)).orElse(true))
        .sorted(LATEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static boolean isBehind(Letter letter, LetterFilter.Place place) {
    int time = letter.failure().first().compareTo(place.first());
    return time < 0 || time == 0 && letter.id().compareTo(place.id()) < 0;
  }

  @Override
  public synchronized List<Letter> underived(String channel, int limit) {
    return letters.values().stream()
        .filter(letter -> letter.state().heads() && !letter.derived())
        .filter(letter -> letter.sequence().channel().equals(channel))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void keepPayload(String letter, int revision, byte[] payload) {
    payloads.putIfAbsent(letter + "/" + revision, payload.clone());
  }

  @Override
  public synchronized Optional<byte[]> payload(String letter, int revision) {
    return Optional.ofNullable(payloads.get(letter + "/" + revision)).map(byte[]::clone);
  }

  @Override
  public synchronized List<Letter> closedBefore(Instant time, Optional<String> after, int limit) {
    return letters.values().stream()
        .filter(letter -> letter.closing().filter(c -> isOver(c, time)).isPresent())
        .filter(letter -> after.map(id -> letter.id().compareTo(id) > 0).orElse(true))
        .sorted(Comparator.comparing(Letter::id))
        .limit(limit)
        .toList();
  }

  private static boolean isOver(Closing closing, Instant time) {
    return !closing.emptied() && closing.at().isBefore(time);
  }

  @Override
  public synchronized List<Payload> payloads(Optional<Payload> after, int limit) {
    String behind = after.map(p -> p.letter() + "/" + p.revision()).orElse("");
    return payloads.keySet().stream()
        .filter(name -> name.compareTo(behind) > 0)
        .sorted()
        .limit(limit)
        .map(name -> name.split("/"))
        .map(name -> new Payload(name[0], Integer.parseInt(name[1])))
        .toList();
  }

  @Override
  public synchronized void dropPayloads(String letter, int lastRevision) {
    IntStream.rangeClosed(0, lastRevision).forEach(r -> payloads.remove(letter + "/" + r));
  }
}
