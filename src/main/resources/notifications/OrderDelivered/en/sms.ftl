CornerShop: your order<#if orderId??> ${orderId}</#if> has been delivered.
