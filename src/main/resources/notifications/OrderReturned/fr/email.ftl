<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nous avons enregistré le retour de ces articles.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.reason reason!/>
<@plain.fact plain.words.date happenedAt!/>
<@plain.fact plain.words.refunded amount!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
