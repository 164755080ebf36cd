<#import "/shared/plain.ftl" as plain>
<@plain.letter>
We have given this amount back by the way you paid. It can take some days until your bank shows it.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.refunded amount!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
