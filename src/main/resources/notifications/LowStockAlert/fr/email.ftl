<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Il reste peu de cet article. Merci d’en commander.

<@plain.fact plain.words.product productId!/>
<@plain.fact plain.words.available available!/>
<@plain.fact plain.words.threshold threshold!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
