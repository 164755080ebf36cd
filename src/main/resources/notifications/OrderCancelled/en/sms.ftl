CornerShop: your order<#if orderId??> ${orderId}</#if> is cancelled.
