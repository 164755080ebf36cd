CornerShop : un remboursement<#if amount??> de ${amount}</#if><#if orderId??> pour la commande ${orderId}</#if> est en route.
