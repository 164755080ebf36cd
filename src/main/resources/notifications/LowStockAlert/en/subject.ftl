Stock of ${productId!} is low
