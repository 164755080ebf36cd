<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Everything is in stock and your payment is in order. We are now packing your parcel.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<@plain.fact plain.words.total amount!/>
<#if items?has_content>

<@plain.list/>
</#if>

We will tell you when it leaves.
</@plain.letter>
