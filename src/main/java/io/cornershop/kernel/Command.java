package io.cornershop.kernel;

/**
 * What somebody wants to happen to one aggregate. Implementations are records in the sealed family
 * of their domain; everything that the decision needs (time, prices, new ids) is in the record.
 */
public interface Command {

  /** The aggregate that decides. */
  Identifier target();
}
