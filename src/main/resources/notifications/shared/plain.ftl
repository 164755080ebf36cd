<#-- What the plain text of all e-mails has in common. -->
<#import "/shared/" + language + "/words.ftl" as words>
<#macro letter>
${words.greeting} ${name},

<#nested>

--
CornerShop
${words.why}
<#if unsubscribe??>
${words.unsubscribe}${words.colon} ${unsubscribe}
</#if>
</#macro>

<#macro fact label value="">
<#if value?has_content>
${label}${words.colon} ${value}
</#if>
</#macro>

<#macro list>
<#list items as item>
- ${item.name}${words.colon} ${item.quantity} × ${item.unitPrice} = ${item.totalPrice}
</#list>
</#macro>
