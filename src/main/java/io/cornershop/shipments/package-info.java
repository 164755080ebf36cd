/**
 * Parcels on their way, as carriers tell. Callers: carriers, which publish {@link
 * io.cornershop.shipments.ShipmentEvent}s as outside producers; there are no commands.
 *
 * <ol>
 *   <li>A shipment is named by its tracking number: that is its stream.
 *   <li>Whatever a carrier says has happened; nothing is refused but what is malformed.
 *   <li>The scan that was told last is the present one; clocks of carriers order nothing.
 * </ol>
 */
package io.cornershop.shipments;
