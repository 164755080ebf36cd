<#import "/shared/plain.ftl" as plain>
<@plain.letter>
We have received it and are now checking the stock and your payment. As soon as both are settled we confirm it.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<@plain.fact plain.words.total amount!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
