CornerShop : votre paiement<#if amount??> de ${amount}</#if> n'a pas abouti, rien n'a été débité. Merci de repasser commande avec un autre moyen de paiement.
