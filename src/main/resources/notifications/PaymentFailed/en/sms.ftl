CornerShop: your payment<#if amount??> of ${amount}</#if> did not go through, nothing was taken. Please order again with another means of payment.
