package io.cornershop.eventing.deadletters;

class InMemoryLetterBoxTest extends LetterBoxContract {

  @Override
  protected DeadLetters letters() {
    return new InMemoryDeadLetters();
  }
}
