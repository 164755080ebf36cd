package io.cornershop.archfixtures.eventing.projections;

import io.cornershop.archfixtures.rest.KnowsGateway;

interface FoldsByDetour {
  KnowsGateway harmlessLooking();
}
