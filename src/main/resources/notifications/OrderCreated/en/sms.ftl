CornerShop: we have received your order<#if orderId??> ${orderId}</#if><#if amount??> over ${amount}</#if>.
