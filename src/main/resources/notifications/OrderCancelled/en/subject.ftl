Your order ${orderId!} is cancelled
