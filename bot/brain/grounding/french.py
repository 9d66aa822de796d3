"""French words of talk about money, by what they say of a figure; accents do not count."""

WORDS = {
    "glue": (
        "quoi de neuf, à plus tard, "
        "pas de souci, "
        "voyons, voyons voir, voyons ça, laisse moi voir, voici ce qu il en est, bien sûr, bien entendu, de rien, "
        "pas de quoi, pas de problème, il n y a pas de quoi, merci beaucoup, "
        "le, la, les, l, un, une, des, du, d, ton, ta, tes, tu, te, toi, t, ça, cela, c, ce, cet, cette, ces, c "
        "est, ce sont, s, se, est, sont, était, étaient, été, en, à, au, aux, pour, chez, dans, avec, par, qui, "
        "que, qu, y, a, as, ont, environ, seulement, exactement, aussi, alors, maintenant, comme, quoi, où, "
        "quand, si, ou, oui, bien, merci, bonjour, salut, parfait, super, déjà, encore, jusqu ici, jusqu à "
        "présent, pour l instant, actuellement, dont, voici, voilà, s élève à, s élèvent à, s élevait à, s "
        "élèvent, représente, représentent, représentait, arrive, arrivent, suivi de, suivie de, suivi par, "
        "suivie par, à savoir, résumé, aperçu, détail, montant, montants, somme, catégorie, pendant, argent, ne, "
        "n, y a, il y a, ici, là, atteint, atteignent, compte pour, plus de détails, en savoir plus, voir plus, "
        "très, poste, pour cent, de ton côté, tout va bien, font, fait, suit, suivent, comprend, côté, elles s "
        "élèvent, se montent à, se monte à, revient à, reviennent à, soit, période, es, compte"
    ),
    "and": "et, ainsi que, puis, plus les, de même que",
    "while": "tandis que, alors que, mais, cependant, par contre, en revanche",
    "of": "sur, de, de ton, sur un, sur ton",
    "than": "que, qu en, par rapport à, par rapport au, comparé à, contre, face à, comparativement à",
    "total": "en tout, au total, total, tout, ensemble, toutes, tous, totales, totale",
    "spent": (
        "dépensé, dépensés, dépensée, dépensées, dépenses, dépense, dépenser, payé, payés, payée, payées, coûté, "
        "coûte, coûtent, coût, coûts, achetés, acheté, sont allés, est allé, partis, sont partis"
    ),
    "in": (
        "reçu, reçus, reçue, reçues, revenus, revenu, gagné, gagnés, encaissé, encaissés, touché, rentrés, sont "
        "entrés, entrés, rentrées"
    ),
    "since": "depuis, à partir de, à partir du",
    "until": "jusqu, jusqu au, jusqu à, d ici, d ici le",
    "must": "il faut",
    "left": (
        "reste, restent, restant, restants, restaient, restait, disponible, disponibles, il te reste, il reste, "
        "il ne reste, il te restait"
    ),
    "over": "au dessus de, au dessus, de trop, dépassé, dépasses, dépasse, dépassement, trop",
    "more": (
        "de plus, plus, plus élevé, plus élevée, augmenté, augmentation, hausse, supérieur, supérieures, plus "
        "élevées, supplémentaires"
    ),
    "less": "de moins, moins, plus bas, baisse, baissé, diminué, diminution, inférieur, inférieures, recul, en dessous",
    "same": (
        "même, le même, la même, la même chose, autant, autant qu, autant que, pareil, identique, inchangé, la "
        "même chose que, la même chose qu, le même montant, le même montant que, le même montant qu, comme en"
    ),
    "owe_me": "te doit, te doivent, on te doit, t en doit",
    "owe_them": "tu dois, tu lui dois, tu dois encore",
    "owe": "doit, doivent, dois, dette, dettes, devoir, devais",
    "average": "en moyenne, moyenne, moyen, une moyenne de",
    "largest": (
        "plus grosse, plus gros, plus grand, plus grande, plus grosses, plus grandes, principal, principale, "
        "principalement, surtout, maximum, plus chère, plus cher, majorité, la plupart, plus importante, plus "
        "important"
    ),
    "smallest": "plus petite, plus petit, plus petites, minimum, moins cher, moins chère, plus faible",
    "saved": "épargné, épargnés, économisé, économisés, mis de côté, épargner, économiser",
    "budget": "budget, budgets, limite, plafond, objectif, objectifs",
    "missing": "manque, manquent, manquait, manquaient",
    "due": "à payer, à régler, échéance",
    "next": "prochain, prochaine, prochains",
    "overdue": "retard, en retard",
    "share": "ta part, ta propre part, ta moitié",
    "their_share": "part, portion",
    "back": "remboursé, remboursés, rembourse, rendu",
    "to_you": "t a remboursé, t a rendu",
    "hold": "tu as, as tu, solde, soldes, possèdes, disposes, tu avais",
    "ahead": "déjà noté, prévu, prévue, vas, va, auras, restera, prévision, prévus, serait, aurais, resterait, sera",
    "can": "peux, pourrais, peux encore",
    "rough": "estimation, estimé, approximatif, pourrait, peut être, peut, probablement, sans doute",
    "pace": "à ce rythme, rythme, dans les temps",
    "safe": "sans souci, sans risque",
    "before": "avant, auparavant, précédemment",
    "carried": "reportés, reporté",
    "behind": "de retard",
    "shared": "partagés, partagé, partagés avec, partagé avec",
    "tagged": "étiquette",
    "noun:booking": "opération, opérations, achat, achats, paiements, transactions, transaction, fois",
    "noun:category": "catégories",
    "noun:bill": "factures",
    "noun:reminder": "rappels, rappel",
    "neg": "pas, jamais, sans, ni, guère, sauf, hormis, excepté, presque, au lieu de, hors",
    "none": "rien, aucun, aucune, zéro, nul",
    "rate:day": "par jour, quotidien, quotidiens, chaque jour, tous les jours, journalier, journalière, quotidienne",
    "rate:week": "par semaine, hebdomadaire, chaque semaine, toutes les semaines, hebdomadaires",
    "rate:month": "par mois, mensuel, mensuels, chaque mois, tous les mois, mensuelle, mensuelles",
    "rate:year": "par an, annuel, annuels, chaque année, tous les ans, annuelle",
    "rate:booking": "par opération, par achat, chaque opération",
    "day:0": "aujourd hui",
    "day:-1": "hier",
    "day:1": "demain",
    "this:week": "cette semaine, la semaine en cours, semaine en cours, cette semaine ci",
    "this:month": "ce mois, ce mois ci, le mois en cours, mois en cours, mois ci",
    "this:year": "cette année, l année en cours, année en cours, cette année ci",
    "last:week": "la semaine dernière, semaine dernière, semaine passée, semaine précédente",
    "last:month": "le mois dernier, mois dernier, mois passé, mois précédent",
    "last:year": "l année dernière, année dernière, an dernier, année passée, année précédente",
    "next:week": "la semaine prochaine, semaine prochaine",
    "next:month": "le mois prochain, mois prochain",
    "next:year": "l année prochaine, année prochaine, an prochain",
    "unit:day": "jour, jours, journée",
    "unit:week": "semaine, semaines",
    "unit:month": "mois",
    "unit:year": "an, ans, année, années",
    "example": "dis, par exemple, dites",
}
CLAIMS = (
    "note notee notes enregistre enregistree ajoute ajoutee envoye envoyee envoyer transfere transferee "
    "transferer vire viree virer deplace supprime supprimee supprimer efface annule annulee annuler change "
    "changee modifie modifiee actualise corrige confirme confirmee confirmer approuve approuvee approuver verifie "
    "verifiee verifier deverrouille debloque debloquer rappelle rappele rappellerai programme programmee cree "
    "creee ouvert ferme lie connecte facture debite annulation restaure termine terminee complete traite autorise "
    "accepte refuse bloque active desactive code codes pin promets promis garantis garanti regle reglee fixe "
    "retire depose investi valide validee occupe effectue effectuee"
)
FIRST = "je j nous moi"
FIRST_MAY = (
    "vois trouve peux pourrais espere suis puis ne sais veille souhaite aime comprends connais dis dites aide "
    "vais m n parle vis dirais reponds croise bois pose"
)
STANDING = (
    "permettre permets permet abordable ruine ruinee fauche fauchee faillite insolvable riche pauvre pirate "
    "piratee hacke vole volee escroque arnaque compromis"
)
SMALL_TALK = (
    "absolument accompagner adorable agréable ah ai aide aider aime aimerais aimerait aimes air allemand allez "
    "ami amie amusant amuse amusez anglais animal anniversaire année appelle appelles arrive artificielle as "
    "assistant assistante aucun aucune aussi automne autre avis avocat avoir bavarder beau beaucoup belle besoin "
    "bien bientôt bienvenue bises blague blagues bleu boire bois bon bonjour bonne bonsoir bravo bébé café calme "
    "car certaines certains chance chanson chanter chaque charmant charmante chat chaud chef cher chercher chien "
    "chose choses chère chères coeur collègue commencer comment compagnon comparer comprends concert condoléances "
    "connais connaissance connaître conseil content contente conçue corps coucou couleur courage courageux courir "
    "cours croise créée cuisiner curieux côté danser dehors demain demande demander difficile dire dis discuter "
    "disposition dites doigts domaine dommage dormir dors dort doucement doux drôle drôles dur décrire dépenses "
    "désolé désolée détail détaille détendu elle embrasse enchanté enchantée end endroit enfant enfants ennuyé "
    "ensemble ensoleillé entendre entendu entier entière entretien envie envoie erreur es espagnol espère essaie "
    "eu examen excuse excuses experte explique expliquer facile faim faire fait faite famille fantastique fatigué "
    "faute faux façon femme fier fille film fils finances financier financière fière fièvre formidable fort "
    "franchement français froid frère fâché félicitations fête fêter fêtes garde genre gentil gentille goût "
    "graphique grave guitare gâteau génial gérer habitude haha heure heureuse heureusement heureux histoire hiver "
    "humain humaine humains humeur hâte hélas ia ici idée il ils image importe impressionnant incroyable "
    "intelligence intelligent intéressant ira irai iras j jardin je jeu jeune joli jouer journée joyeuse joyeux "
    "juste langue lire lis liste livre logiciel là m ma machine main maison malade malheureusement malin maman "
    "mamie manger manière manque manques marcher mari mariage match matin mauvais me meilleur meilleure mer merci "
    "merveilleuse merveilleux mes message mieux minute moi moment mon monde montagne montre montrer musique mère "
    "médecin même n nager naturellement neige nerveux neuf nom noter notre nous nouvelle nouvelles noël nuit "
    "numéro née occupé occupée oh opinion ordinateur organiser oublie oublier pam papa papi papoter par parce "
    "pardon parents parfait parle parler parlons part pas passes passionnant passé passée passées patience pays "
    "peindre pendant personne peu peut peux photo piano pire pizza plage plaire plaisante plaisir plait plan "
    "plaît pluie plus poli politique pose pourrais pouvoir pouvons poème prends printemps probablement prochaine "
    "professeur profite profites profondément programme préféré préférée prêt prête pu puis pâques père quand "
    "quel quelle quelles quelqu quelque quels question questions qui quotidien raconte raconter ravi ravie "
    "recette regarder rencontrer rendez repose respire reste rester retour revoir reçu rien rigolo rire robot "
    "répondre réponse répète répéter rétablis rétablissement rêve rêves sais sait salut salutations santé savoir "
    "secret semble sens sentiments sera serais serait servir seul seule seulement signifie simplement soeur soif "
    "soin soir soirée sois soit soleil sorte souci soucis souhaite souhaites sourire sport spécialité stressant "
    "stressé suis suivre sujet super surtout sûr sûrement tard temps tendre test thé tiens totalement toujours "
    "tous tout toute travail travailler triste trouver très tête tôt va vacances vais vas veille veiller vert "
    "veuillez veut veux vie viens vieux ville vite vocal voir voisin volontiers voudrais voudrait voulais vous "
    "voyage voyons vrai vraie vraiment vélo week weekend ça école écoute écouter écrire écris émotions épargne "
    "équipe été être œil"
)
WISHES = "espère souhaite bientôt joyeux bonne enchanté enchantée"
SPEAKERS = "je j moi me m mon"
ADDRESSED = "tu ton ta tes te toi vous votre vos t"
ASKS = "dis dites reponds repondez ecris ecrivez tape tapez appuie"
KNOWING = "vois trouve sais pense crois"
WISHED = (
    "bonne chance, bon courage, bon, bonne, joyeux, joyeuses, félicitations, meilleurs voeux, profite bien, amuse "
    "toi, bon rétablissement, j espère, à bientôt, à plus, à demain, bienvenue, fais de beaux"
)
FINANCE = (
    "banque banques agence carte cartes pret credit hypotheque proprietaire loyer impot impots fisc fraude police "
    "tribunal avocat investir actions crypto bitcoin prix acheter vendre especes salaire employeur assurance "
    "facture factures interet dette dettes compte comptes lien telephone appel frais amende portefeuille boutique"
)
