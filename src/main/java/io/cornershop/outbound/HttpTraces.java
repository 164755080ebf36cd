package io.cornershop.outbound;

import java.util.Map;

/** Notes requests to other systems. Thread-safe; neither blocks nor throws. */
@FunctionalInterface
public interface HttpTraces {

  /** Notes nothing. */
  HttpTraces NONE = call -> HttpSpan.NONE;

  /** A request goes out, as part of what the thread does. */
  HttpSpan begin(HttpCall call);

  /** A request that is noted, until it is answered or has failed. */
  interface HttpSpan {

    /** Of a request that nobody notes. */
    HttpSpan NONE = new Unnoted();

    /** By which the other side learns of what its work is a part. */
    Map<String, String> headers();

    /** The answer is there, to its last byte. */
    void answered(int status);

    /** There is no answer, or no end of it. */
    void failed(Throwable why);
  }

  /** Of {@link HttpSpan#NONE}. */
  final class Unnoted implements HttpSpan {

    private Unnoted() {}

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }

    @Override
    public void answered(int status) {
      // nothing to note
    }

    @Override
    public void failed(Throwable why) {
      // nothing to note
    }
  }
}
