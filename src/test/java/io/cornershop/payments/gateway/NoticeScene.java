package io.cornershop.payments.gateway;

import static io.cornershop.payments.PaymentFixtures.ADA;
import static io.cornershop.payments.PaymentFixtures.AMOUNT;
import static io.cornershop.payments.PaymentFixtures.AT;
import static io.cornershop.payments.PaymentFixtures.ORDER;
import static io.cornershop.payments.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cornershop.payments.PaymentEvent;
import io.cornershop.payments.PaymentEvent.PaymentAuthorized;
import io.cornershop.payments.PaymentEvent.PaymentCompleted;
import io.cornershop.payments.gateway.NoticeDesk.Effect;
import io.cornershop.testing.EmbeddedMongo;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider that tells a desk of its own accord what has become of one payment. */
abstract class NoticeScene {

  static final String REFERENCE = DeskFixture.REFERENCE;
  static final PaymentAuthorized AUTHORIZED =
      new PaymentAuthorized(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);
  static final PaymentCompleted COMPLETED =
      new PaymentCompleted(PAYMENT, ORDER, ADA, AMOUNT, REFERENCE, AT);

  @RegisterExtension static final EmbeddedMongo MONGO = new EmbeddedMongo();

  DeskFixture desk;

  @BeforeEach
  void open() {
    desk = new DeskFixture(MONGO.freshDatabase());
  }

  final Effect tell(ProviderNotice notice) {
    return desk.notices().receive(notice);
  }

  final void assertHistory(PaymentEvent... behindInitiation) {
    assertThat(desk.history()).isEqualTo(List.of(behindInitiation));
  }

  final void assertIgnored(ProviderNotice notice, Effect effect) {
    List<PaymentEvent> before = desk.all();
    assertThat(tell(notice)).isEqualTo(effect);
    assertThat(desk.all()).isEqualTo(before);
  }
}
