CornerShop: what you sent back<#if orderId??> of order ${orderId}</#if> has arrived<#if amount??>, ${amount} will be given back</#if>.
