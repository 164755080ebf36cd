Votre commande ${orderId!} est annulée
