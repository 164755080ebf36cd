<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Rien n’a été débité de votre compte. La commande est annulée ; vous pouvez la passer à nouveau avec un autre moyen de paiement.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.due amount!/>
<@plain.fact plain.words.reason reason!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
