Your parcel was delivered. We hope that you enjoy it.
