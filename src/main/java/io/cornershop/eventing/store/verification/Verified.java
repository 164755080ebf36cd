package io.cornershop.eventing.store.verification;

import java.util.List;

/**
 * What one step of a verification has found.
 *
 * @param checked how many commits or entries were looked at
 * @param reached where the next step begins
 * @param more whether there is anything behind
 */
public record Verified<T>(int checked, List<Finding> findings, T reached, boolean more) {

  public Verified {
    findings = List.copyOf(findings);
  }
}
