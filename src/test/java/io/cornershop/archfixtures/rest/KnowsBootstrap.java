package io.cornershop.archfixtures.rest;

import io.cornershop.archfixtures.bootstrap.Wiring;

interface KnowsBootstrap {
  Wiring wiring();
}
