<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Votre colis a été livré. Nous espérons qu’il vous plaira.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>

Si quelque chose ne convient pas, vous pouvez le renvoyer sous 30 jours.
</@plain.letter>
