/** What carriers tell, and what it means for orders. */
package io.cornershop.processes.delivery;
