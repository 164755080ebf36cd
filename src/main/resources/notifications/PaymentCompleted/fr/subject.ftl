Nous avons reçu votre paiement pour la commande ${orderId!}
