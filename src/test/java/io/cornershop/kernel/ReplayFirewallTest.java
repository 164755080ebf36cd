package io.cornershop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayFirewallTest {

  private static String passing(String door) {
    ReplayFirewall.requireLive(door);
    return door;
  }

  @Test
  void a_door_refuses_on_a_thread_that_replays_and_says_why() {
    assertThatThrownBy(() -> ReplayFirewall.during("The rebuild of carts", () -> passing("mail")))
        .isInstanceOf(ReplayViolation.class)
        .hasMessage("The rebuild of carts tried to reach the outside: mail refused");
  }

  @Test
  void a_door_lets_live_work_pass_also_after_a_replay_that_failed() {
    assertThatThrownBy(() -> ReplayFirewall.during("A replay", () -> passing("mail")))
        .isInstanceOf(ReplayViolation.class);

    assertThatCode(() -> ReplayFirewall.requireLive("mail")).doesNotThrowAnyException();
  }

  @Test
  void a_replay_within_a_replay_does_not_open_the_door() {
    assertThatThrownBy(
            () ->
                ReplayFirewall.during(
                    "The outer",
                    () -> ReplayFirewall.during("The inner", () -> "") + passing("payment")))
        .hasMessage("The outer tried to reach the outside: payment refused");
  }

  @Test
  void other_threads_are_not_behind_it() {
    assertThat(
            ReplayFirewall.during(
                "A replay", () -> CompletableFuture.supplyAsync(() -> passing("mail")).join()))
        .isEqualTo("mail");
  }
}
