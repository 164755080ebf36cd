Nous avons enregistré le retour de votre commande ${orderId!}
