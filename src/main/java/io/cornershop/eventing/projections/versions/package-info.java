/**
 * The versions of a view: which is read, which are kept up to date, and the job that makes the next
 * one. All of it is one document per view, so that no step of a rebuild can be seen half done;
 * where the rows of each version lie, and which versions this node knows of.
 *
 * <p>What a job does is in {@code eventing.projections.rebuild}.
 */
package io.cornershop.eventing.projections.versions;
