CornerShop: your order is on its way<#if carrier??> with ${carrier}, tracking number ${trackingNumber}</#if>.
