/**
 * What spans domains and writes: events of one lead to commands to another. Everything here is
 * pure; {@code eventing.sagas} carries it out.
 */
package io.cornershop.processes;
