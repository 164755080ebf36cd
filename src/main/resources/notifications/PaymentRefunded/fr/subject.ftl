Votre remboursement pour la commande ${orderId!} est en route
