package io.cornershop.archfixtures.eventing.store;

import org.slf4j.Logger;

interface KnowsALibraryWithoutAHome {
  Logger log();
}
