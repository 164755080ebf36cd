Your order ${orderId!} is on its way
