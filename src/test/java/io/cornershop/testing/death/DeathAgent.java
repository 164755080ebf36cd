package io.cornershop.testing.death;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Halts the JVM that it is an agent of; see {@link Death}. */
public final class DeathAgent {

  private static final String HEART = "cornershop.test.heart";

  private DeathAgent() {}

  /** Called by the JVM. */
  public static void premain(String argument, Instrumentation jvm) {
    Death death = Death.parse(argument);
    // the one place that the agent and whatever loads the application's classes have in common
    AtomicInteger left = new AtomicInteger(death.times());
    Consumer<Object[]> heart =
        arguments -> {
          if (death.isToldBy(arguments) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137); // like a kill -9: nothing is closed or written
          }
        };
    System.getProperties().put(HEART, heart);
    new AgentBuilder.Default()
        .type(named(death.type()))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Return.class).on(named(death.method()))))
        .installOn(jvm);
  }

  /** Copied behind the method's own code, into its class. */
  static final class Return {

    private Return() {}

    @SuppressWarnings("unchecked")
    @Advice.OnMethodExit
    static void passed(@Advice.AllArguments Object[] arguments) {
      ((Consumer<Object[]>) System.getProperties().get(HEART)).accept(arguments);
    }
  }
}
