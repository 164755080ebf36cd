CornerShop: your order<#if orderId??> ${orderId}</#if> is confirmed<#if amount??>, ${amount} in all</#if>.
