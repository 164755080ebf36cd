Your order ${orderId!} is confirmed
