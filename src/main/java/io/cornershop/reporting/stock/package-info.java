/**
 * What lies on the shelves: one row per product, made of the catalogue's events and the stock's.
 */
package io.cornershop.reporting.stock;
