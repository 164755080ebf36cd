/** What the scans of a parcel add up to: {@link io.cornershop.shipments.domain.Shipment}. */
package io.cornershop.shipments.domain;
