package io.cornershop.bootstrap;

import io.cornershop.eventing.projections.Projection;
import java.util.List;

/** All views of the platform. */
record Views(List<Projection<?>> all) {}
