<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nous l’avons bien reçue et vérifions le stock et votre paiement. Dès que tout est en ordre, nous la confirmons.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<@plain.fact plain.words.total amount!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
