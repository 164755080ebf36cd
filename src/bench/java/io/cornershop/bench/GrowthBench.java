package io.cornershop.bench;

import com.mongodb.client.MongoDatabase;
import io.cornershop.bench.Target.AtLeast;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends by one writer to stores that hold more and more commits. A round is short against what is
 * stored, and long enough that one pause of the server does not make its figure.
 */
final class GrowthBench implements Measurement {

  private static final int MOST_APPENDS = 500;
  private static final int SHARE_OF_STORED = 4;

  /** Of each side before the first round and to other stores, so that the code is warm. */
  private static final int WARM_UP = 10_000;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public List<Result> measure(Bench bench) throws InterruptedException {
    MongoDatabase database = bench.freshDatabase("ours");
    OurEngine engine = bench.engine(database);
    RawStore oursFilling = bench.rawStore(database);
    RawStore raw = bench.freshRawStore();
    Runnable ours = engine.writer(commit -> {});
    Runnable theirs = raw.writer();
    Workers.ours().rateOf(WARM_UP, bench.freshEngine().writer(commit -> {}));
    Workers.raw().rateOf(WARM_UP, bench.freshRawStore().writer());
    List<Result> results = new ArrayList<>();
    for (int size : bench.settings().growth()) {
      oursFilling.fill(size - oursFilling.commits().estimatedDocumentCount());
      raw.fill(size - raw.commits().estimatedDocumentCount());
      int appends = Math.clamp(size / SHARE_OF_STORED, 1, MOST_APPENDS);
      Rounds rounds =
          Rounds.of(
              bench.settings().rounds(),
              () -> Workers.ours().rateOf(appends, ours),
              () -> Workers.raw().rateOf(appends, theirs));
      String line = "append, 1 writer, behind %,d commits".formatted(size);
      results.add(rounds.named(line, "commits/s", new AtLeast(0.8)));
    }
    results.add(kept(results.getFirst(), results.getLast()));
    return results;
  }

  /** What is left of the rate: flat is 1, and as flat as the server's own is a ratio of 1. */
  private static Result kept(Result few, Result many) {
    return new Result(
        "rate kept from the first to the last of these",
        "share",
        many.ours().against(few.ours(), (a, b) -> a / b),
        many.raw().against(few.raw(), (a, b) -> a / b),
        new AtLeast(0.9));
  }
}
