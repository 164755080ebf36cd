/**
 * Makes the next version of a view from the history, beside the live one: what operators may ask,
 * who works at it, and every step until it is read. The streams that the view is made of are
 * scanned, then the log brings what came meanwhile.
 *
 * <p>A job is a document with a checkpoint. The node that works at it moves the document's revision
 * with every batch; when it stops moving, another node takes over, and the revision keeps the first
 * from going on. Rows need no such fence: they are guarded by what they include, so whoever writes
 * them, and however often, the same rows come out.
 */
package io.cornershop.eventing.projections.rebuild;
