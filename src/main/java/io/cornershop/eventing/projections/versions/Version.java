package io.cornershop.eventing.projections.versions;

/**
 * A version of a view.
 *
 * @param number from 1; a number is never used again
 * @param fold the version of row and fold that made it, see {@link
 *     io.cornershop.eventing.projections.Projection#version}
 */
public record Version(int number, int fold) {}
