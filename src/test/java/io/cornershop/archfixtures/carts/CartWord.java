package io.cornershop.archfixtures.carts;

import io.cornershop.archfixtures.kernel.Word;

public interface CartWord extends Word {}
