CornerShop : votre commande<#if orderId??> ${orderId}</#if> est confirmée<#if amount??>, montant total ${amount}</#if>.
