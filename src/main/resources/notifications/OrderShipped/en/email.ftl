<#import "/shared/plain.ftl" as plain>
<@plain.letter>
We have handed your parcel to the carrier. With the tracking number you can follow it there.

<@plain.fact plain.words.order orderId!/>
<@plain.fact plain.words.carrier carrier!/>
<@plain.fact plain.words.trackingNumber trackingNumber!/>
<@plain.fact plain.words.date happenedAt!/>
<#if items?has_content>

<@plain.list/>
</#if>
</@plain.letter>
