/**
 * A server that speaks MongoDB's protocol and keeps what it has in one file: collections and unique
 * indexes as maps of the file, and no reply of what a kill could undo.
 */
package io.cornershop.launcher.mongo;
