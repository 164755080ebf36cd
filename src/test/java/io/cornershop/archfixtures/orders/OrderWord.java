package io.cornershop.archfixtures.orders;

import io.cornershop.archfixtures.kernel.Word;

public interface OrderWord extends Word {}
