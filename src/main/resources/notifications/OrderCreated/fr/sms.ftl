CornerShop : nous avons bien enregistré votre commande<#if orderId??> ${orderId}</#if><#if amount??> d'un montant de ${amount}</#if>.
