package io.cornershop.outbound;

import io.cornershop.outbound.HttpTraces.HttpSpan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was asked and what came of it, and gives each request a number to take along. */
public final class RecordedCalls implements HttpTraces {

  public static final String NUMBER = "traceparent";

  /** A request, and its status or the kind of its failure. */
  public record Recorded(HttpCall call, String outcome) {}

  private final List<Recorded> ended = new CopyOnWriteArrayList<>();

  /** In the order in which they ended. */
  public List<Recorded> ended() {
    return List.copyOf(ended);
  }

  public void clear() {
    ended.clear();
  }

  @Override
  public HttpSpan begin(HttpCall call) {
    return new Kept(call, Map.of(NUMBER, "call-" + ended.size()));
  }

  private final class Kept implements HttpSpan {

    private final HttpCall call;
    private final Map<String, String> headers;

    private Kept(HttpCall call, Map<String, String> headers) {
      this.call = call;
      this.headers = headers;
    }

    @Override
    public Map<String, String> headers() {
      return headers;
    }

    @Override
    public void answered(int status) {
      ended.add(new Recorded(call, Integer.toString(status)));
    }

    @Override
    public void failed(Throwable why) {
      ended.add(new Recorded(call, why.getClass().getSimpleName()));
    }
  }
}
