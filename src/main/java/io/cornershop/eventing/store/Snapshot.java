package io.cornershop.eventing.store;

/**
 * A state that was folded from a stream up to a head, to begin at instead of the first event. Only
 * an abbreviation: whoever reads one checks that it belongs to this stream of this store and to
 * this fold, and else does without.
 *
 * @param head the last commit that was folded in
 * @param epoch the life of the store in which it was taken
 * @param foldVersion of the rules that folded it
 * @param state as JSON
 */
public record Snapshot(StreamHead head, String epoch, int foldVersion, String state) {}
