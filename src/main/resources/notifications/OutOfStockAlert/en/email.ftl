<#import "/shared/plain.ftl" as plain>
<@plain.letter>
Nothing is left of this product. It cannot be sold until more arrives.

<@plain.fact plain.words.product productId!/>
<@plain.fact plain.words.available available!/>
<@plain.fact plain.words.date happenedAt!/>
</@plain.letter>
