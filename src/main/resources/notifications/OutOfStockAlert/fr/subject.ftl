${productId!} est en rupture de stock
