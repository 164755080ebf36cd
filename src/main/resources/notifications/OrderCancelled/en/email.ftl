<#import "/shared/plain.ftl" as plain>
<@plain.letter>
This order will not be sent. If you have paid for it, you get your money back and we write to you about it.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.reason reason!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
