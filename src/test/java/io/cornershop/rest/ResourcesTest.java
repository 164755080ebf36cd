package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.cornershop.testing.ProductClasses;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What every resource owes its callers, whoever writes it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResourcesTest {

  private static final List<Class<? extends Annotation>> NO_BODY =
      List.of(PathParam.class, QueryParam.class, BeanParam.class, Context.class);

  /** Where what is read comes from views. */
  private static final List<String> VIEWS =
      List.of(
          "io.cornershop.carts",
          "io.cornershop.orders",
          "io.cornershop.inventory",
          "io.cornershop.customers",
          "io.cornershop.catalogue",
          "io.cornershop.reporting");

  private static final String FEED = "text/event-stream";

  private static final List<Method> OPERATIONS =
      ProductClasses.ALL.stream()
          .filter(type -> type.isAnnotatedWith(Path.class))
          .map(JavaClass::getMethods)
          .flatMap(Collection::stream)
          .map(JavaMethod::reflect)
          .filter(ResourcesTest::isOperation)
          .toList();

  @Test
  void there_are_some() {
    assertThat(OPERATIONS).hasSizeGreaterThan(3);
  }

  @Test
  void every_operation_says_who_may_call_it() {
    assertThat(without(ResourcesTest::saysWho)).isEmpty();
  }

  @Test
  void every_operation_has_a_summary() {
    assertThat(without(method -> summary(method).filter(text -> !text.isBlank()).isPresent()))
        .isEmpty();
  }

  @Test
  void every_resource_answers_json_and_nothing_else_but_feeds_and_pages_for_people() {
    assertThat(
            without(
                method ->
                    mediaTypes(method, Produces.class, Produces::value)
                        .equals(List.of(mediaType(method)))))
        .isEmpty();
  }

  private static String mediaType(Method method) {
    if (method.getDeclaringClass().getSimpleName().equals("UnsubscribeResource")) {
      return "text/html; charset=utf-8";
    }
    return isFeed(method) ? FEED : "application/json";
  }

  private static boolean isFeed(Method method) {
    return List.of(method.getParameterTypes()).contains(SseEventSink.class);
  }

  @Test
  void every_operation_with_a_body_takes_json() {
    assertThat(
            without(
                method ->
                    body(method).isEmpty()
                        || mediaTypes(method, Consumes.class, Consumes::value)
                            .equals(List.of("application/json"))))
        .isEmpty();
  }

  @Test
  void every_body_has_an_example() {
    assertThat(without(method -> body(method).isEmpty() || hasExample(method))).isEmpty();
  }

  @Test
  void every_read_of_a_view_takes_the_write_that_it_must_include_or_says_what_does() {
    assertThat(
            without(
                method ->
                    !isReadOfAView(method)
                        || List.of(method.getParameterTypes()).contains(ReadYourWrites.class)
                        || description(method).contains("minSequence")))
        .isEmpty();
  }

  private static boolean isReadOfAView(Method method) {
    return method.isAnnotationPresent(GET.class)
        && VIEWS.stream().anyMatch(method.getDeclaringClass().getPackageName()::startsWith);
  }

  @Test
  void every_answer_with_a_body_has_a_schema() {
    assertThat(without(method -> answers(method).allMatch(ResourcesTest::isDescribed))).isEmpty();
  }

  private static Stream<APIResponse> answers(Method method) {
    return Stream.of(method.getAnnotationsByType(APIResponse.class))
        .filter(answer -> answer.responseCode().startsWith("2"))
        .filter(answer -> !answer.responseCode().equals("204"))
        .filter(answer -> !(method.isAnnotationPresent(GET.class) && isNotYet(answer)));
  }

  private static boolean isNotYet(APIResponse answer) {
    return answer.responseCode().equals("202");
  }

  private static boolean isDescribed(APIResponse answer) {
    return answer.content().length > 0
        && Stream.of(answer.content())
            .allMatch(content -> content.schema().implementation() != Void.class);
  }

  @Test
  void every_operation_says_what_it_answers() {
    assertThat(without(method -> method.getAnnotationsByType(APIResponse.class).length > 0))
        .isEmpty();
  }

  private static List<String> without(Predicate<Method> manners) {
    return OPERATIONS.stream()
        .filter(manners.negate())
        .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
        .toList();
  }

  private static boolean isOperation(Method method) {
    return Stream.of(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static boolean saysWho(Method method) {
    return Stream.of(method, method.getDeclaringClass())
        .anyMatch(
            element ->
                element.isAnnotationPresent(RolesAllowed.class)
                    || element.isAnnotationPresent(PermitAll.class)
                    || element.isAnnotationPresent(DenyAll.class));
  }

  private static Optional<String> summary(Method method) {
    return Optional.ofNullable(method.getAnnotation(Operation.class)).map(Operation::summary);
  }

  private static String description(Method method) {
    return Optional.ofNullable(method.getAnnotation(Operation.class))
        .map(Operation::description)
        .orElse("");
  }

  private static <A extends Annotation> List<String> mediaTypes(
      Method method, Class<A> annotation, Function<A, String[]> value) {
    return Stream.of(method, method.getDeclaringClass())
        .filter(element -> element.isAnnotationPresent(annotation))
        .findFirst()
        .map(element -> List.of(value.apply(element.getAnnotation(annotation))))
        .orElse(List.of());
  }

  private static Optional<Parameter> body(Method method) {
    return Stream.of(method.getParameters())
        .filter(parameter -> NO_BODY.stream().noneMatch(parameter::isAnnotationPresent))
        .findFirst();
  }

  private static boolean hasExample(Method method) {
    return Stream.of(method, body(method).orElseThrow())
        .map(element -> element.getAnnotation(RequestBody.class))
        .filter(body -> body != null)
        .flatMap(body -> Stream.of(body.content()))
        .anyMatch(content -> content.examples().length > 0 || !content.example().isEmpty());
  }
}
