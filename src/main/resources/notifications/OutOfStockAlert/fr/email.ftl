<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Cet article est épuisé. Il ne peut plus être vendu avant un réassort.

<@plain.fact plain.words.product productId!/>
<@plain.fact plain.words.available available!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
