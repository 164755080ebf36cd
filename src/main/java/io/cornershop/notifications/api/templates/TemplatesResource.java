package io.cornershop.notifications.api.templates;

import io.cornershop.kernel.NotFound;
import io.cornershop.notifications.messages.Subject;
import io.cornershop.notifications.templates.SampleFacts;
import io.cornershop.notifications.templates.Templates;
import io.cornershop.rest.Cursor;
import io.cornershop.rest.Page;
import io.cornershop.rest.Paging;
import io.cornershop.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The texts of messages, to be looked at. */
@Path("/notification-templates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.STAFF, Role.OPERATOR})
@Tag(name = "notifications")
public class TemplatesResource {

  private static final String LIST = "notification-templates";
  private static final String TEMPLATE =
      """
      {"eventType": "OrderShipped", "channel": "SMS", "language": "en", "mandatory": false}""";

  @Inject private Templates templates;

  /** All templates, by event type, channel and language. */
  @GET
  @Operation(summary = "Lists the messages that there are templates for")
  @APIResponse(
      responseCode = "200",
      description = "A page of templates",
      content =
          @Content(
              schema = @Schema(implementation = TemplatePage.class),
              examples = @ExampleObject(name = "one", value = "{\"items\": [" + TEMPLATE + "]}")))
  public Page<TemplateAnswer> list(@BeanParam Paging paging) {
    String after = paging.after().map(cursor -> cursor.textIn(LIST)).orElse("");
    List<TemplateAnswer> found =
        all()
            .filter(template -> template.key().compareTo(after) > 0)
            .limit(paging.limit() + 1L)
            .toList();
    return Page.of(found, paging.limit(), template -> Cursor.within(LIST, template.key()));
  }

  /** One of them, filled in. */
  @GET
  @Path("/{subject}/{channel}/{language}")
  @Operation(
      summary = "Shows a message as it would be sent",
      description = "With facts that somebody made up.")
  @APIResponse(
      responseCode = "200",
      description = "The message",
      content =
          @Content(
              schema = @Schema(implementation = PreviewAnswer.class),
              examples =
                  @ExampleObject(
                      name = "sms",
                      value =
                          "{\"template\": "
                              + TEMPLATE
                              + ", \"subject\": \"\", \"text\": \"CornerShop: your order is on its"
                              + " way with La Poste, tracking number 6A12345678901.\"}")))
  public PreviewAnswer preview(
      @Parameter(description = "The event type, for instance OrderShipped") @PathParam("subject")
          String subject,
      @Parameter(description = "EMAIL, SMS or PUSH") @PathParam("channel") String channel,
      @Parameter(description = "A language tag, for instance fr") @PathParam("language")
          String language) {
    String key = subject + "/" + channel + "/" + language;
    TemplateAnswer template =
        all()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NotFound("notification template", key));
    Subject about = Subject.of(subject).orElseThrow();
    return PreviewAnswer.of(
        template, templates.render(about, template.channel(), language, SampleFacts.of(about)));
  }

  private Stream<TemplateAnswer> all() {
    return Arrays.stream(Subject.values())
        .flatMap(
            subject ->
                subject.possibleChannels().stream()
                    .flatMap(
                        channel ->
                            templates.languages().stream()
                                .map(tag -> TemplateAnswer.of(subject, channel, tag))))
        .sorted(Comparator.comparing(TemplateAnswer::key));
  }
}
