package io.cornershop.archfixtures.carts.domain;

import io.cornershop.archfixtures.carts.CartWord;
import java.util.List;

/** Allowed: the rules know their own contract and java. */
public interface CartRules {
  List<CartWord> words();
}
