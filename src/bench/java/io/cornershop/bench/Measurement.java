package io.cornershop.bench;

import java.util.List;

/** One question, answered by one or more lines of the table. */
interface Measurement {

  /** By which it can be chosen. */
  String name();

  List<Result> measure(Bench bench) throws InterruptedException;
}
