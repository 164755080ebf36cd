We have taken back your order ${orderId!}
