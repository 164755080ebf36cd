/** How Java agents of the tests are packed; what each does is in a package of its own. */
package io.cornershop.testing.agent;
