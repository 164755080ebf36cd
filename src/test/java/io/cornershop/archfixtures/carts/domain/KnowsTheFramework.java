package io.cornershop.archfixtures.carts.domain;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class KnowsTheFramework {}
