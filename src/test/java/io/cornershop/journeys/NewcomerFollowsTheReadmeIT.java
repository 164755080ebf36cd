package io.cornershop.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.testing.ReadmeSteps;
import io.cornershop.testing.RunningPlatform;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NewcomerFollowsTheReadmeIT {

  @Test
  void the_first_steps_lead_to_an_order_and_its_history() throws Exception {
    String printed = ReadmeSteps.run(RunningPlatform.shared().baseUri());

    assertThat(printed)
        .contains(
            "202",
            "\"status\":\"Confirmed\"",
            "\"eventType\":\"PaymentCompleted\"",
            "\"language\":\"fr\",\"channels\":[\"EMAIL\"]",
            "\"eventCount\":3",
            "\"aggregateType\":\"Shipment\"");
  }
}
