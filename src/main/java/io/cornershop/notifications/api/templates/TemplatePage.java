package io.cornershop.notifications.api.templates;

import java.util.List;
import java.util.Optional;

/** For the OpenAPI document. */
record TemplatePage(List<TemplateAnswer> items, Optional<String> next) {}
