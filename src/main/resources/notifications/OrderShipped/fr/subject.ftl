Votre commande ${orderId!} est en route
