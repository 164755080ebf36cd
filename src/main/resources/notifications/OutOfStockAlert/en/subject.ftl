${productId!} is out of stock
