Nous avons bien reçu votre commande ${orderId!}
