package io.cornershop.eventing.privacy;

class InMemorySubjectKeysTest extends SubjectKeysContract {

  @Override
  SubjectKeys empty() {
    return new InMemorySubjectKeys();
  }
}
