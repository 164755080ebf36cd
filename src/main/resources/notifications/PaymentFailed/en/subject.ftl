Your payment for order ${orderId!} did not go through
