package io.cornershop.eventing.api.deadletters;

import io.cornershop.eventing.api.deadletters.LetterAnswer.Beside;
import io.cornershop.eventing.deadletters.DeadLetters;
import io.cornershop.eventing.deadletters.Letter;
import io.cornershop.eventing.deadletters.LetterDesk;
import io.cornershop.eventing.deadletters.LetterFilter;
import io.cornershop.eventing.deadletters.LetterFilter.Place;
import io.cornershop.eventing.deadletters.LetterPayloads;
import io.cornershop.rest.Answers;
import io.cornershop.rest.LargeBody;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.rest.PlaceInTime;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could not be handled, for operators. */
@Path("/dead-letters")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "dead letters", description = "What could not be handled, and what waits behind it")
public class DeadLettersResource {

  @Inject private DeadLetters letters;
  @Inject private LetterPayloads payloads;
  @Inject private LetterDesk desk;
  @Inject private LetterActions actions;

  /** All of them, or some. */
  @GET
  @Operation(
      summary = "Lists letters, the latest first failure first",
      description =
          "Without payloads. Letters that were retried or discarded are listed too, as long as"
              + " cornershop.deadletters.retention says; of discarded ones it stays that they"
              + " were.")
  @APIResponse(
      responseCode = "200",
      description = "Letters",
      content =
          @Content(
              schema = @Schema(implementation = LetterPage.class),
              examples = @ExampleObject(name = "page", value = LetterExamples.PAGE)))
  public Page<LetterAnswer> list(@BeanParam LetterQuery query, @BeanParam Paging paging) {
    int limit = paging.limit();
    LetterFilter filter = query.filter();
    String list = "dead-letters " + filter;
    Optional<Place> after = paging.after().map(cursor -> place(PlaceInTime.of(cursor, list)));
    Page<Letter> page =
        Page.of(
            letters.list(filter, after, limit + 1),
            limit,
            letter -> new PlaceInTime(letter.failure().first(), letter.id()).within(list));
    Map<String, Long> behind = actions.waitingBehind(page.items());
    return page.map(
        letter -> LetterAnswer.of(letter, Beside.only(behind.getOrDefault(letter.id(), 0L))));
  }

  private static Place place(PlaceInTime place) {
    return new Place(place.at(), place.id());
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Shows a letter with its payload", description = "The ETag is its version.")
  @APIResponse(
      responseCode = "200",
      description = "The letter",
      content =
          @Content(
              schema = @Schema(implementation = LetterAnswer.class),
              examples = @ExampleObject(name = "letter", value = LetterExamples.LETTER)))
  public Response show(@PathParam("id") String id) {
    Letter letter = actions.find(id);
    Optional<byte[]> original =
        letter.revision() == 0 ? Optional.empty() : payloads.original(letter);
    Beside beside = new Beside(actions.waitingBehind(letter), payloads.present(letter), original);
    return Answers.ok(LetterAnswer.of(letter, beside), letter.version());
  }

  /** Once more. */
  @POST
  @Path("/{id}/retry")
  @Operation(
      summary = "Tries the head of a sequence again, and then what waits behind it",
      description =
          "A letter that waits itself refuses with 409 and names the one it waits for. 202: it is"
              + " noted, and carried out within about a second by the node that owns it.")
  @APIResponse(
      responseCode = "202",
      description = "It will be tried",
      content = @Content(schema = @Schema(implementation = LetterAnswer.class)))
  public Response retry(@PathParam("id") String id) {
    Letter letter = actions.findFor("retry", id, Optional.empty());
    desk.retry(letter);
    return accepted(letter);
  }

  /** Many. */
  @POST
  @Path("/retry")
  @Operation(summary = "Tries the sequences of a consumer again, or that of one key")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "many", value = LetterExamples.RETRY_MANY)))
  @APIResponse(
      responseCode = "202",
      description = "They will be tried",
      content =
          @Content(
              schema = @Schema(implementation = RetriedAnswer.class),
              examples = @ExampleObject(name = "n", value = LetterExamples.RETRIED)))
  @APIResponse(responseCode = "400", description = "There is no such consumer: the field is named")
  public Response retryMany(@NotNull @Valid RetryManyRequest body) {
    actions.requireConsumer(body.consumer());
    actions.record("retry-many", body.consumer(), Optional.empty());
    int sequences = desk.retryAll(body.consumer(), body.key(), body.atMost());
    return Response.accepted(new RetriedAnswer(sequences)).build();
  }

  /** Never. */
  @POST
  @Path("/{id}/discard")
  @Operation(
      summary = "Gives a letter up",
      description =
          "What waits behind it goes on in order. The letter stays in the list; its payload and"
              + " headers are removed after cornershop.deadletters.retention.")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "reason", value = LetterExamples.DISCARD)))
  @APIResponse(
      responseCode = "202",
      description = "It will be given up",
      content = @Content(schema = @Schema(implementation = LetterAnswer.class)))
  public Response discard(@PathParam("id") String id, @NotNull @Valid DiscardRequest body) {
    Letter letter = actions.findFor("discard", id, Optional.of(body.reason()));
    desk.discard(letter);
    return accepted(letter);
  }

  /** Otherwise. */
  @PUT
  @LargeBody
  @Path("/{id}/payload")
  @Operation(
      summary = "Gives a letter another payload, and tries it again",
      description =
          "The bytes that came are kept, and both are shown. A letter that waits is tried in its"
              + " turn. At most cornershop.deadletters.max-payload bytes, the record limit of the"
              + " topics: 413 beyond.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "text", value = LetterExamples.PAYLOAD)))
  @APIResponse(
      responseCode = "202",
      description = "It will be tried",
      content = @Content(schema = @Schema(implementation = LetterAnswer.class)))
  public Response edit(@PathParam("id") String id, @NotNull @Valid PayloadRequest body) {
    byte[] payload = actions.bounded(body.bytes());
    Letter letter = actions.findFor("edit", id, Optional.of(body.reason()));
    return accepted(desk.edit(letter, payload));
  }

  private Response accepted(Letter letter) {
    Beside beside = Beside.only(actions.waitingBehind(letter));
    return Answers.accepted(
        "/dead-letters/" + letter.id(), LetterAnswer.of(letter, beside), letter.version());
  }
}
