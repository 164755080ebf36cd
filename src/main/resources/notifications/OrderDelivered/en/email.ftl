<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Your parcel was delivered. We hope that you enjoy it.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>

If something is not right, you can send it back within 30 days.
</@plain.letter>
