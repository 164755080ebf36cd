/**
 * Makes what is stored of people forgettable: {@link
 * io.cornershop.eventing.privacy.EncryptingCodec} encrypts it with a key of each person's own, and
 * a key that is destroyed takes all of it along, wherever copies lie.
 */
package io.cornershop.eventing.privacy;
