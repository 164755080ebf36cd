package io.cornershop.archfixtures.eventing.store;

import jakarta.ws.rs.core.Response;

interface KnowsHttp {
  Response answer();
}
