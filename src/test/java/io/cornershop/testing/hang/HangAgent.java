package io.cornershop.testing.hang;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;

/** Holds callers in the JVM that it is attached to; see {@link Hang}. */
public final class HangAgent {

  private static final String GATE = "cornershop.test.gate";

  private static Runnable opening = () -> {};

  private HangAgent() {}

  /** Called by the JVM, at each attachment. */
  public static synchronized void agentmain(String argument, Instrumentation jvm) {
    opening.run();
    opening = argument == null || argument.isEmpty() ? () -> {} : shut(Hang.parse(argument), jvm);
  }

  /** What opens it again. */
  private static Runnable shut(Hang hang, Instrumentation jvm) {
    CountDownLatch open = new CountDownLatch(1);
    Consumer<Object[]> gate =
        arguments -> {
          if (hang.isToldBy(arguments)) {
            pass(open);
          }
        };
    // the one place that the agent and whatever loads the application's classes have in common
    System.getProperties().put(GATE, gate);
    ResettableClassFileTransformer changed =
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .with(RedefinitionStrategy.RETRANSFORMATION)
            .type(named(hang.type()))
            .transform(
                (builder, type, loader, module, domain) ->
                    builder.visit(Advice.to(Entry.class).on(named(hang.method()))))
            .installOn(jvm);
    return () -> {
      open.countDown();
      changed.reset(jvm, RedefinitionStrategy.RETRANSFORMATION);
    };
  }

  private static void pass(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Copied before the method's own code, into its class. */
  static final class Entry {

    private Entry() {}

    @SuppressWarnings("unchecked")
    @Advice.OnMethodEnter
    static void enter(@Advice.AllArguments Object[] arguments) {
      ((Consumer<Object[]>) System.getProperties().get(GATE)).accept(arguments);
    }
  }
}
