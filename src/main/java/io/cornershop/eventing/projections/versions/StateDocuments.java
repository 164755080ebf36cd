package io.cornershop.eventing.projections.versions;

import io.cornershop.eventing.projections.versions.ViewState.Former;
import java.util.Optional;
import org.bson.Document;

/** States of views as documents. */
final class StateDocuments {

  static final String REVISION = "revision";

  private static final String NUMBER = "number";
  private static final String FOLD = "fold";
  private static final String COMPLETE = "complete";

  private StateDocuments() {}

  /** Whether it has all that this build writes. */
  static boolean isWhole(Document stored) {
    return stored.containsKey(REVISION);
  }

  static Document write(ViewState state) {
    Document document =
        new Document("_id", state.view())
            .append("active", version(state.active()))
            .append("latest", state.latest())
            .append(REVISION, state.revision());
    state
        .former()
        .ifPresent(
            former ->
                document.append(
                    "former", version(former.version()).append(COMPLETE, former.complete())));
    state.job().ifPresent(job -> document.append("job", JobDocuments.write(job)));
    return document;
  }

  static ViewState read(Document stored) {
    return new ViewState(
        stored.getString("_id"),
        version(stored.get("active", Document.class)),
        Optional.ofNullable(stored.get("former", Document.class))
            .map(former -> new Former(version(former), former.getBoolean(COMPLETE))),
        stored.getInteger("latest"),
        Optional.ofNullable(stored.get("job", Document.class)).map(JobDocuments::read),
        stored.getLong(REVISION));
  }

  static Document version(Version version) {
    return new Document(NUMBER, version.number()).append(FOLD, version.fold());
  }

  static Version version(Document stored) {
    return new Version(stored.getInteger(NUMBER), stored.getInteger(FOLD));
  }
}
