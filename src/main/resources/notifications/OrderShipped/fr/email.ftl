<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nous avons remis votre colis au transporteur. Le numéro de suivi vous permet de le suivre auprès de lui.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.carrier carrier!/>
<@plain.fact plain.words.trackingNumber trackingNumber!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
