Your order ${orderId!} has arrived
