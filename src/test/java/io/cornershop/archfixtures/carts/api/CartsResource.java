package io.cornershop.archfixtures.carts.api;

import io.cornershop.archfixtures.carts.CartWord;
import io.cornershop.archfixtures.eventing.commands.Handler;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;

/** Allowed: a resource knows its contract, the command handler and HTTP. */
@Path("carts")
class CartsResource {
  @Inject Handler handler;

  CartWord word;
}
