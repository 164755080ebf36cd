package io.cornershop.archfixtures.unlisted.gateway;

import io.cornershop.archfixtures.kernel.Word;

public interface Detour extends Word {}
