/**
 * Dead letters over HTTP. What changes something is written to the audit log first, then noted as a
 * wish; the node that owns the letter's partition carries it out.
 */
package io.cornershop.eventing.api.deadletters;
