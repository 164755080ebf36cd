package io.cornershop.testing.death;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/** Halts the JVM that it is an agent of; see {@link Death}. */
public final class DeathAgent {

  private static final String LEFT = "cornershop.test.returns-left";

  private DeathAgent() {}

  /** Called by the JVM. */
  public static void premain(String argument, Instrumentation jvm) {
    Death death = Death.parse(argument);
    // the one place that the agent and whatever loads the application's classes have in common
    System.getProperties().put(LEFT, new AtomicInteger(death.times()));
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

    @Advice.OnMethodExit
    static void passed() {
      Object left = System.getProperties().get(LEFT);
      if (((AtomicInteger) left).decrementAndGet() == 0) {
        Runtime.getRuntime().halt(137); // like a kill -9: nothing is closed, nothing is written
      }
    }
  }
}
