CornerShop: your payment<#if amount??> of ${amount}</#if><#if orderId??> for order ${orderId}</#if> is complete.
