Votre paiement pour la commande ${orderId!} n’a pas abouti
