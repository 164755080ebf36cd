Your money for order ${orderId!} is on its way back
