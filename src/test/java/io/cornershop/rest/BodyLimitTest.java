package io.cornershop.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.cornershop.kernel.TooLarge;
import io.cornershop.security.Role;
import io.cornershop.testing.ProductClasses;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyLimitTest {

  private static final List<JavaMethod> LARGE =
      ProductClasses.ALL.stream()
          .map(JavaClass::getMethods)
          .flatMap(Collection::stream)
          .filter(method -> method.isAnnotatedWith(LargeBody.class))
          .toList();

  @Test
  void a_body_of_the_largest_size_is_read_and_a_larger_one_is_not() {
    byte[] body = {1, 2, 3};

    assertThat(BodyLimit.read(new ByteArrayInputStream(body), 3)).isEqualTo(body);
    assertThatThrownBy(() -> BodyLimit.read(new ByteArrayInputStream(body), 2))
        .isInstanceOf(TooLarge.class)
        .hasMessage("A request body may have at most 2 bytes here");
  }

  @Test
  void large_bodies_are_taken_from_outside_producers_and_operators_only() {
    assertThat(LARGE)
        .extracting(method -> method.getName() + ": " + role(method))
        .containsExactlyInAnyOrder(
            "publish: " + Role.SERVICE,
            "append: " + Role.SERVICE,
            "edit: " + Role.OPERATOR,
            "erase: " + Role.OPERATOR);
  }

  private static String role(JavaMethod method) {
    return String.join(", ", method.getOwner().getAnnotationOfType(RolesAllowed.class).value());
  }
}
