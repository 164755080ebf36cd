<#import "/shared/plain.ftl" as plain>
<@plain.letter>
There is little left of this product. Please order more.

<@plain.fact plain.words.product productId!/>
<@plain.fact plain.words.available available!/>
<@plain.fact plain.words.threshold threshold!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
