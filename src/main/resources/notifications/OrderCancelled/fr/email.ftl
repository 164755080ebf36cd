<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Cette commande ne sera pas expédiée. Si vous l’avez payée, vous serez remboursé et nous vous écrirons à ce sujet.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.reason reason!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
