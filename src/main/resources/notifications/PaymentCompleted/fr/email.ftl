<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Merci. Le paiement de cette commande est terminé.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.paid amount!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
