CornerShop : votre paiement<#if amount??> de ${amount}</#if><#if orderId??> pour la commande ${orderId}</#if> a bien abouti.
