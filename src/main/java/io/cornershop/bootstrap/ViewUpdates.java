package io.cornershop.bootstrap;

import io.cornershop.eventing.projections.RowUpdates;
import java.util.List;

/** How the rows of each view are brought up to events. */
record ViewUpdates(List<RowUpdates<?>> all) {}
