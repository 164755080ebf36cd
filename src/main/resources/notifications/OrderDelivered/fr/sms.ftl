CornerShop : votre commande<#if orderId??> ${orderId}</#if> a été livrée.
