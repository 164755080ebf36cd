package io.cornershop.eventing.deadletters;

class InMemoryDeadLettersTest extends DeadLettersContract {

  @Override
  protected DeadLetters letters() {
    return new InMemoryDeadLetters();
  }
}
