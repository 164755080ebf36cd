package io.cornershop.archfixtures.carts.views;

import io.cornershop.archfixtures.unlisted.gateway.Detour;

interface ReachesTheOutside {
  Detour detour();
}
