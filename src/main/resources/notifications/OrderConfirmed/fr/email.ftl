<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Tous les articles sont en stock et votre paiement est en ordre. Nous préparons votre colis.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.date happenedAt!/>
<@plain.fact plain.words.total amount!/>
<#if items?has_content>

<@plain.list/>
</#if>

Nous vous préviendrons dès son départ.
</@plain.letter>
