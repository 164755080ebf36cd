CornerShop : votre commande<#if orderId??> ${orderId}</#if> est annulée.
