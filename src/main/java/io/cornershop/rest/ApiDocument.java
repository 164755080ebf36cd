package io.cornershop.rest;

import io.cornershop.rest.problems.Problem;
import io.cornershop.rest.problems.ProblemSchema;
import io.cornershop.security.OpenToAll;
import io.cornershop.security.dev.DevTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the OpenAPI document what is true of every operation, so that resources need not say it:
 * the problems, and the headers of writes. What an operation says itself stays.
 */
public class ApiDocument implements OASFilter {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "400", "Malformed",
          "500", "A bug; tell us the correlation id",
          "503", "A dependency is down; repeat after Retry-After");
  private static final Map<String, String> OF_CALLERS =
      Map.of("401", "No valid token", "403", "Not allowed to this caller");
  private static final String NOT_YET = "202";
  private static final Map<String, String> WRITES =
      Map.of(
          "409", "The present state does not allow it",
          "412", "If-Match names a stale sequence",
          "415", "Not application/json",
          "422", "Against a rule of the business");

  private static final Map<String, String> BODIES = Map.of("413", "Too large");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    addProblem(api);
    withoutDevTokens(api);
    api.getPaths().getPathItems().forEach(ApiDocument::complete);
  }

  private static void addProblem(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema("Problem", ProblemSchema.create());
  }

  private static void withoutDevTokens(OpenAPI api) {
    boolean enabled =
        ConfigProvider.getConfig().getOptionalValue(DevTokens.KEY, String.class).isPresent();
    if (!enabled) {
      api.getPaths().removePathItem(RestApplication.BASE + DevTokens.PATH);
    }
  }

  private static void complete(String path, PathItem item) {
    item.getOperations().forEach((method, operation) -> complete(path, method, operation));
  }

  private static void complete(String path, HttpMethod method, Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    add(operation, ALWAYS);
    describeProblems(operation);
    boolean writes = !Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(method);
    if (writes) {
      add(operation, BODIES);
    }
    if (isOpen(operation)) {
      withoutCaller(operation);
    } else {
      completeForCallers(path, writes, operation);
    }
  }

  private static boolean isOpen(Operation operation) {
    return operation.getExtensions() != null
        && operation.getExtensions().containsKey(OpenToAll.EXTENSION);
  }

  /** No requirement at all, not that of all others; a caller whom nobody knows has no keys. */
  private static void withoutCaller(Operation operation) {
    operation.removeExtension(OpenToAll.EXTENSION);
    operation.setSecurity(List.of());
  }

  private static void completeForCallers(String path, boolean writes, Operation operation) {
    add(operation, OF_CALLERS);
    if (takesMinSequence(operation) && !operation.getResponses().hasAPIResponse(NOT_YET)) {
      operation.getResponses().addAPIResponse(NOT_YET, notYet());
    }
    if (path.contains("{")) {
      add(operation, Map.of("404", "Unknown"));
    }
    if (writes) {
      add(operation, WRITES);
      operation.addParameter(header(RequestHeaders.IDEMPOTENCY_KEY, "Makes a repeat harmless"));
      operation.addParameter(header(RequestHeaders.IF_MATCH, "The ETag seen last, if it matters"));
    }
  }

  private static void describeProblems(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.matches("[45].*") && response.getContent() == null) {
                response.setContent(problemContent());
              }
            });
  }

  private static boolean takesMinSequence(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> ReadYourWrites.MIN_SEQUENCE.equals(parameter.getName()));
  }

  private static APIResponse notYet() {
    return OASFactory.createAPIResponse()
        .description("The read model does not include minSequence yet; repeat after Retry-After");
  }

  private static void add(Operation operation, Map<String, String> problems) {
    new TreeMap<>(problems)
        .forEach(
            (status, description) -> {
              if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, problem(description));
              }
            });
  }

  private static APIResponse problem(String description) {
    return OASFactory.createAPIResponse().description(description).content(problemContent());
  }

  private static Content problemContent() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
  }

  private static Parameter header(String name, String description) {
    Schema text = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    return OASFactory.createParameter()
        .name(name)
        .in(In.HEADER)
        .description(description)
        .schema(text);
  }
}
