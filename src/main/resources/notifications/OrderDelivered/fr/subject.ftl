Votre commande ${orderId!} est arrivée
