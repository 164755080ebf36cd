CornerShop : votre retour<#if orderId??> de la commande ${orderId}</#if> est bien arrivé<#if amount??>, ${amount} seront remboursés</#if>.
