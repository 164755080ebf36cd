/**
 * HTTP manners, the same for all resources: what a request says ({@link
 * io.cornershop.rest.RequestContext}, {@link io.cornershop.rest.Paging}, {@link
 * io.cornershop.rest.ReadYourWrites}), how it is answered ({@link io.cornershop.rest.Answers},
 * {@link io.cornershop.rest.Page}). How it is refused is in {@code rest.problems}.
 *
 * <p>A resource only translates: request to command, view to answer. It throws what the kernel
 * offers ({@code InvalidValue}, {@code Rejected}, {@code NotFound}, {@code StaleVersion}) and never
 * catches; the mappers of {@code rest.problems} turn it into the problem. Like this:
 *
 * <pre>{@code
 * @Path("/carts")
 * @RequestScoped
 * public class CartsResource {
 *   @Inject CommandHandler commands;
 *   @Inject RequestContext request;
 *
 *   @POST
 *   @RolesAllowed({Role.CUSTOMER, Role.STAFF})
 *   @Operation(summary = "Opens a cart")
 *   @RequestBody(required = true, content = @Content(examples = @ExampleObject("{...}")))
 *   public Response create(@Valid @NotNull CreateCartRequest body) {
 *     request.caller().requireSelfOr(body.customerId(), Role.STAFF);
 *     CartId id = new CartId(request.newId());
 *     CommandResult result = commands.handle(new CreateCart(id, ...), request.command());
 *     return Answers.created("/carts/" + id, new CartCreatedAnswer(id), result.sequence());
 *   }
 * }
 * }</pre>
 *
 * <p>Ids of the kernel can be path and query parameters ({@code @PathParam("id") CartId id}); a
 * malformed one is a 400. Request bodies are records read strictly: unknown fields are refused, a
 * missing optional field is {@code Optional.empty()}.
 */
package io.cornershop.rest;
