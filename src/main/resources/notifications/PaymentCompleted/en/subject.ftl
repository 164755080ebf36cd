We have received your payment for order ${orderId!}
