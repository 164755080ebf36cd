package io.cornershop.eventing.consuming.steering;

class InMemoryWishesTest extends WishesContract {
  @Override
  Wishes create() {
    return new InMemoryWishes();
  }
}
