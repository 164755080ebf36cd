package io.cornershop.archfixtures.rest;

import io.cornershop.archfixtures.unlisted.gateway.Detour;

public interface KnowsGateway {
  Detour detour();
}
