CornerShop: a refund<#if amount??> of ${amount}</#if><#if orderId??> for order ${orderId}</#if> is on its way.
