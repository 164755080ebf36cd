/**
 * Plain Java that everyone may use: the shape of commands, events and deciders, ids, money and the
 * refusals that callers see. Knows no framework, no database and no domain rule.
 */
package io.cornershop.kernel;
