<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Thank you. Your payment for this order is complete.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.paid amount!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
