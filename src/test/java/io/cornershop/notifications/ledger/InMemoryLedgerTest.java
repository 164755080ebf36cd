package io.cornershop.notifications.ledger;

class InMemoryLedgerTest extends LedgerContract {

  @Override
  Ledger empty() {
    return new InMemoryLedger();
  }
}
