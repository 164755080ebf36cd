<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nous avons remboursé ce montant par votre moyen de paiement. Votre banque peut mettre quelques jours à l’afficher.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.refunded amount!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
