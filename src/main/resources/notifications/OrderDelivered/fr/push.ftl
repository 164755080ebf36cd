Votre colis a été livré. Nous espérons qu’il vous plaira.
