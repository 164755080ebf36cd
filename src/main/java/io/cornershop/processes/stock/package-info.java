/** From the catalogue to the shelves. */
package io.cornershop.processes.stock;
