CornerShop : votre commande est en route<#if carrier??> avec ${carrier}, numéro de suivi ${trackingNumber}</#if>.
