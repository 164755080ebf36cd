package io.cornershop.eventing.commands;

import io.cornershop.kernel.NotFound;
import io.cornershop.kernel.Rejected;
import io.cornershop.kernel.Span;
import io.cornershop.kernel.StaleVersion;
import java.util.function.Supplier;

/** Work that is noted: what the business refuses is an answer, anything else a failure. */
final class Traced {

  private Traced() {}

  /** Does the work as part of {@code span}, and ends it. */
  static <T> T in(Span span, Supplier<T> work) {
    try (Span.Present here = span.enter()) {
      return work.get();
    } catch (Rejected refusal) {
      span.told(refusal.code());
      throw refusal;
    } catch (NotFound | StaleVersion refusal) {
      span.told(refusal.getClass().getSimpleName());
      throw refusal;
    } catch (RuntimeException failure) {
      span.failed(failure.getClass().getSimpleName());
      throw failure;
    } finally {
      span.end();
    }
  }
}
