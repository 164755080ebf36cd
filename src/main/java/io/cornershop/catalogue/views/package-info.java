/** What is read of products: rows, how events make them, and the repositories that find them. */
package io.cornershop.catalogue.views;
