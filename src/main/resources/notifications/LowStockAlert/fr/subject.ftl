Le stock de ${productId!} est bas
