We have received your order ${orderId!}
