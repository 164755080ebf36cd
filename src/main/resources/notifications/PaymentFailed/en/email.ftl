<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nothing was taken from your account. The order is cancelled; you can place it again with another means of payment.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.due amount!/>
<@plain.fact plain.words.reason reason!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
