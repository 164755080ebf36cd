Votre commande ${orderId!} est confirmée
