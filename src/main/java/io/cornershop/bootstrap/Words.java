package io.cornershop.bootstrap;

import io.cornershop.eventing.alarms.Alarm;
import io.cornershop.eventing.consuming.ConsumerStatus;
import io.cornershop.eventing.consuming.channels.Consumers;
import io.cornershop.eventing.deadletters.LetterState;
import io.cornershop.eventing.events.EventTypes;
import io.cornershop.eventing.projections.Projection;
import io.cornershop.eventing.sagas.Reaction;
import io.cornershop.eventing.sagas.Saga;
import io.cornershop.eventing.sagas.SagaDefinitions;
import io.cornershop.eventing.sagas.SagaObserver.Result;
import io.cornershop.eventing.sagas.Step;
import io.cornershop.eventing.sagas.views.SagaStanding;
import io.cornershop.notifications.Channel;
import io.cornershop.notifications.ledger.State;
import io.cornershop.observability.metrics.ConsumingMetrics;
import io.cornershop.observability.metrics.DeliveryMetrics;
import io.cornershop.observability.metrics.Label;
import io.cornershop.observability.metrics.PublishingMetrics;
import io.cornershop.observability.metrics.SagaMetrics;
import io.cornershop.observability.metrics.Vocabulary;
import io.cornershop.payments.gateway.NoticeDesk;
import io.cornershop.payments.gateway.PaymentDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every word that a label of a metric may have. */
@ApplicationScoped
class Words {

  /** The parts of the shop that speak for themselves, besides processes and reactions. */
  private static final Set<String> SOURCES =
      Set.of("api", "notifications", "sample-catalogue", PaymentDesk.NAME, NoticeDesk.NAME);

  /** No topic has as many partitions as four digits can count. */
  private static final Pattern PARTITION = Pattern.compile("\\d{1,3}");

  @Inject EventTypes types;
  @Inject Instance<SagaDefinitions> sagas;
  @Inject @Any Instance<Projection<?>> views;
  @Inject @Any Instance<Reaction<?>> reactions;
  @Inject @Any Instance<Alarm> alarms;
  @Inject Instance<Consumers> consumers;

  /**
   * What is asked of beans is asked when something is counted, not while they are made: the command
   * handler needs the words, and they the processes, which need the command handler.
   */
  @Produces
  @Singleton
  Vocabulary vocabulary() {
    Set<String> names = names(types.all().stream().map(r -> r.type().name()));
    Predicate<String> viewNames = lazily(() -> names(views.stream().map(Projection::name)));
    return new Vocabulary(
        Map.ofEntries(
            Map.entry(Label.EVENT_TYPE, names::contains),
            Map.entry(Label.AGGREGATE_TYPE, Set.copyOf(types.aggregateTypes())::contains),
            Map.entry(Label.TOPIC, Set.copyOf(types.topics())::contains),
            Map.entry(Label.PARTITION, PARTITION.asMatchPredicate()),
            Map.entry(Label.CONSUMER_GROUP, lazily(this::groups)),
            Map.entry(Label.CONSUMER, name -> consumers.get().has(name)),
            Map.entry(Label.SOURCE, lazily(this::sources)),
            Map.entry(Label.PROJECTION, viewNames),
            Map.entry(Label.READ_MODEL_TYPE, viewNames),
            Map.entry(Label.SAGA_TYPE, lazily(() -> names(all().map(Saga::type)))),
            Map.entry(Label.STEP_NAME, lazily(this::steps)),
            Map.entry(Label.NOTIFICATION_TYPE, channels()::contains),
            Map.entry(Label.STATE, states()::contains),
            Map.entry(Label.STATUS, constants(SagaStanding.values())::contains),
            Map.entry(Label.RESULT, results()::contains),
            Map.entry(Label.ERROR_TYPE, errors()::contains)));
  }

  private Stream<Saga<?>> all() {
    return sagas.get().all().stream();
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> constants(Enum<?>[] constants) {
    return names(Arrays.stream(constants).map(Enum::name));
  }

  private static Set<String> channels() {
    return names(Arrays.stream(Channel.values()).map(DeliveryMetrics::word));
  }

  private static Set<String> results() {
    return names(Arrays.stream(Result.values()).map(SagaMetrics::word));
  }

  private static Set<String> states() {
    return names(
        Stream.of(constants(LetterState.values()), constants(State.values()))
            .flatMap(Collection::stream)
            .distinct());
  }

  private static Set<String> errors() {
    return names(
        Stream.of(PublishingMetrics.REASONS, ConsumingMetrics.KINDS, DeliveryMetrics.ERRORS)
            .flatMap(Collection::stream));
  }

  private Set<String> steps() {
    return names(all().flatMap(saga -> saga.steps().stream()).map(Step::name).distinct());
  }

  private Set<String> groups() {
    return names(consumers.get().status().stream().map(ConsumerStatus::group));
  }

  private Set<String> sources() {
    Set<String> sources = new HashSet<>(SOURCES);
    reactions.forEach(reaction -> sources.add(reaction.name()));
    alarms.forEach(alarm -> sources.add(alarm.name()));
    all().forEach(saga -> sources.add(saga.type()));
    return Set.copyOf(sources);
  }

  /** Asks for the words when the first is looked for. */
  private static Predicate<String> lazily(Supplier<Set<String>> words) {
    return new Predicate<>() {
      private volatile Set<String> known;

      @Override
      public boolean test(String word) {
        Set<String> now = known;
        if (now == null) {
          now = words.get();
          known = now;
        }
        return now.contains(word);
      }
    };
  }
}
