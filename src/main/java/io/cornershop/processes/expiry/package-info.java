/** Carts that are left alone. */
package io.cornershop.processes.expiry;
