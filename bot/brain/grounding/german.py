"""German words of talk about money, by what they say of a figure; accents do not count."""

WORDS = {
    "glue": (
        "guten Morgen, "
        "mal sehen, schauen wir mal, sehen wir mal, lass mich sehen, so sieht es aus, so steht es, natürlich, "
        "selbstverständlich, gern geschehen, nichts zu danken, kein Problem, keine Ursache, "
        "der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, du, dir, dich, dein, deine, deinen, "
        "deinem, deiner, es, ist, sind, war, waren, wird, werden, wurde, wurden, in, im, am, an, auf, für, fürs, "
        "bei, beim, mit, zu, zum, zur, aus, nach, so, etwa, rund, ungefähr, nur, genau, auch, dann, jetzt, wie, "
        "was, wo, wenn, oder, ja, gern, gerne, klar, super, prima, danke, bitte, schon, noch, weg, liegt, liegen, "
        "liegst, lag, Konto, Zeitraum, aktuell, derzeit, gerade, bisher, bis jetzt, bislang, davon, darunter, "
        "dabei, hier, dies, diese, dieser, dieses, beträgt, betragen, betrug, betrugen, liegt bei, liegen bei, "
        "lag bei, lagen bei, kommt auf, kommst auf, kam auf, kamst auf, kommen auf, macht, machen, gemacht, "
        "ausmachen, macht aus, entfällt auf, entfallen auf, entfielen auf, entfiel auf, gefolgt von, nämlich, "
        "Überblick, Übersicht, Zusammenfassung, Betrag, Beträge, Summe, Kategorie, Höhe, belaufen sich auf, "
        "beläuft sich auf, da, sich, Geld, also, nun, Posten, Stand, folgt, folgen, enthalten, Bereich, gut, "
        "sehr, weiter so, mehr Details, mehr wissen, genauer, Prozent, bei dir, angefallen, fielen an"
    ),
    "and": "und, sowie, plus, außerdem, dazu, dazu kommen",
    "while": "während, aber, dagegen, hingegen, wohingegen, doch",
    "of": "von, vom, deines, deiner",
    "than": "als, im Vergleich zu, im Vergleich zum, gegenüber, verglichen mit, gegenüber dem",
    "total": "insgesamt, gesamt, zusammen, alles, alles zusammen, total, Gesamtsumme, gesamten, in Summe",
    "spent": (
        "ausgegeben, Ausgaben, Ausgabe, gibst aus, gabst aus, bezahlt, gezahlt, gekostet, kostete, kosteten, "
        "kostet, kosten, Kosten, geflossen, gingen, ging, gegangen, gekauft, flossen, aufgewendet, gabst, gibst, "
        "verbraucht"
    ),
    "in": (
        "eingegangen, eingenommen, Einnahmen, Einnahme, verdient, bekommen, erhalten, kamen rein, reingekommen, "
        "hereingekommen, kamen herein, Einkommen, Eingänge, gingen ein, ging ein"
    ),
    "since": "seit, ab",
    "until": "bis",
    "must": "musst, muss, müssen",
    "left": "übrig, verbleiben, verbleibt, verbleibend, bleiben, bleibt, verfügbar, Rest, restlich, übriggeblieben",
    "over": "über, drüber, überschritten, darüber, zu viel, überzogen, mehr als dein Budget",
    "more": "mehr, höher, gestiegen, Anstieg, Plus von, gestiegen um, teurer, zugenommen, erhöht",
    "less": "weniger, niedriger, gesunken, Rückgang, unter, günstiger, geringer, gefallen, abgenommen",
    "same": (
        "dasselbe, gleich, gleich viel, dasselbe wie, genauso viel, genauso viel wie, unverändert, genau so viel, "
        "gleich viel wie, ebenso viel"
    ),
    "owe_me": (
        "schuldet dir, schulden dir, dir schuldet, schuldet dir noch, bekommst du noch, bekommst noch, du bekommst noch"
    ),
    "owe_them": "schuldest du, du schuldest, schuldest",
    "owe": "schuldet, schulden, Schuld, schulde",
    "average": "im Schnitt, durchschnittlich, im Durchschnitt, Durchschnitt, im Mittel, Schnitt",
    "largest": (
        "größte, größter, größten, größtes, höchste, höchsten, höchster, am meisten, meisten, meiste, teuerste, "
        "Spitzenreiter, größtenteils, am größten, Mehrheit"
    ),
    "smallest": (
        "kleinste, kleinster, kleinsten, kleinstes, niedrigste, niedrigsten, am wenigsten, wenigsten, günstigste, "
        "am kleinsten"
    ),
    "saved": "gespart, angespart, sparen, zurückgelegt",
    "budget": "Budget, Budgets, Limit, Sparziel, Ziel, Grenze",
    "missing": "fehlen, fehlt, fehlten, fehlend",
    "due": "fällig, anstehend",
    "next": "nächste, nächster, nächstes, nächsten",
    "overdue": "überfällig, Verspätung",
    "share": "dein Anteil, dein eigener Anteil, deinen Anteil, deine Hälfte, deinem Anteil",
    "their_share": "Anteil",
    "back": "zurückgezahlt, zurück, zurückbezahlt",
    "to_you": "hat dir",
    "hold": "hast, hat, haben, hast du, Kontostand, Guthaben, Saldo, besitzt, habt",
    "ahead": "schon gebucht, erwartet, voraussichtlich, wirst, Prognose, wirst du, würde, würdest",
    "can": "kannst, könntest, darfst, kannst du, kannst noch",
    "rough": "geschätzt, Schätzung, könnte, vielleicht, wahrscheinlich, solltest, sollte, möglich",
    "pace": "in diesem Tempo, Tempo, im Plan",
    "safe": "unbesorgt, sicher",
    "before": "vorher, zuvor, früher, vor",
    "carried": "übertragen",
    "behind": "im Rückstand, Rückstand",
    "shared": "geteilt, geteilt mit, teilst",
    "tagged": "Schlagwort",
    "noun:booking": "Buchung, Buchungen, Einkauf, Einkäufe, Einkäufen, Zahlungen, Transaktionen, Mal",
    "noun:category": "Kategorien",
    "noun:bill": "Rechnungen",
    "noun:reminder": "Erinnerungen, Erinnerung",
    "neg": (
        "nicht, nie, niemals, ohne, weder, kaum, außer, fast, beinahe, knapp, statt, anstatt, ausgenommen, abgesehen"
    ),
    "none": "nichts, null, kein, keine, keinen, keinem, keiner, keines",
    "rate:day": "pro Tag, am Tag, täglich, jeden Tag, je Tag, jeder Tag",
    "rate:week": "pro Woche, in der Woche, wöchentlich, jede Woche, je Woche",
    "rate:month": "pro Monat, im Monat, monatlich, jeden Monat, je Monat",
    "rate:year": "pro Jahr, im Jahr, jährlich, jedes Jahr, je Jahr",
    "rate:booking": "pro Buchung, je Buchung, pro Einkauf",
    "day:0": "heute, heutigen",
    "day:-1": "gestern, gestrigen",
    "day:1": "morgen",
    "this:week": (
        "diese Woche, dieser Woche, in dieser Woche, die laufende Woche, laufenden Woche, aktuelle Woche, "
        "aktuellen Woche"
    ),
    "this:month": (
        "diesen Monat, dieser Monat, in diesem Monat, diesem Monat, dieses Monats, laufenden Monat, aktuellen "
        "Monat, laufende Monat"
    ),
    "this:year": "dieses Jahr, in diesem Jahr, diesem Jahr, laufenden Jahr, dieses Jahres, aktuellen Jahr",
    "last:week": (
        "letzte Woche, letzter Woche, letzten Woche, vorige Woche, vergangene Woche, vergangenen Woche, Vorwoche, "
        "in der letzten Woche"
    ),
    "last:month": (
        "letzten Monat, letzter Monat, letztem Monat, vorigen Monat, vergangenen Monat, Vormonat, im letzten "
        "Monat, Vormonats"
    ),
    "last:year": (
        "letztes Jahr, letzten Jahr, voriges Jahr, vergangenes Jahr, Vorjahr, vergangenen Jahr, im letzten Jahr, "
        "Vorjahres"
    ),
    "next:week": "nächste Woche, nächster Woche, kommende Woche",
    "next:month": "nächsten Monat, nächster Monat, kommenden Monat",
    "next:year": "nächstes Jahr, nächsten Jahr, kommendes Jahr",
    "unit:day": "Tag, Tage, Tagen",
    "unit:week": "Woche, Wochen",
    "unit:month": "Monat, Monate, Monaten, Monats",
    "unit:year": "Jahr, Jahre, Jahren, Jahres",
    "example": "sag, sage, zum Beispiel",
}
CLAIMS = (
    "gebucht verbucht eingetragen notiert gespeichert hinzugefugt gesendet geschickt senden schicken uberwiesen "
    "uberweisen uberweise verschoben umgebucht geloscht loschen entfernt storniert geandert andern aktualisiert "
    "korrigiert bestatigt bestatigen bestatige genehmigt genehmigen freigegeben freigeben verifiziert "
    "verifizieren entsperrt entsperren erinnert erinnere erinnern geplant erstellt eroffnet geschlossen verknupft "
    "verbunden erstattet abgebucht berechnet ruckgangig wiederhergestellt erledigt abgeschlossen ausgefuhrt "
    "autorisiert akzeptiert abgelehnt gesperrt aktiviert deaktiviert code codes pin passwort kennwort tan "
    "verspreche versprochen garantiert garantiere beglichen angelegt eingerichtet festgelegt eingezahlt abgehoben "
    "investiert vorgemerkt veranlasst"
)
FIRST = "ich wir"
FIRST_MAY = (
    "sehe finde hoffe kann konnte bin weiss freue passe wunsche kenne verstehe glaube denke mag liebe helfe "
    "helfen dir plaudere schlafe heisse lebe fuhle wurde schmecke meine hore trinke"
)
STANDING = (
    "leisten leiste leistbar pleite bankrott insolvent reich arm gehackt gestohlen geklaut betrogen "
    "kompromittiert zahlungsunfahig gewonnen"
)
SMALL_TALK = (
    "abend absolut ach achte ah alle allem allen alltag alltags alt anderes anders anfang angenehm ansonsten "
    "anstrengend antwort antworte anwalt arbeit arbeiten art arzt assistent assistentin atme auch auf aufgeregt "
    "aufpassen aufregend aufschlüsselung auge aus ausgaben auskennen baby bald beeindruckend behalte behalten "
    "behilflich beileid beleg bereit berg beschreibe beschäftigt besonders besser besserung beste bestes bestimmt "
    "bild bin bis bisschen bist blau bleib bleibe bleiben blick brauche brauchst braucht bringe bringt bruder "
    "buch chat chef ciao computer cool dafür damit dank danke dann daran darauf darüber dass daumen davon dazu "
    "dein denn deutsch diagramm dieses dinge dir draußen drück du durch durst durstig echt echte echter ehrlich "
    "einfach einsam eltern englisch entschuldige entschuldigung entspann entspannt entwickelt er erfolg erhol "
    "erinnern erkläre erklären erkältet erreichbar erzähl erzähle erzählen erzählt essen etwas euch euer eure "
    "expertin fachgebiet fahrt falsch familie fantastisch farbe faul fehler feier feiern feiertage ferien "
    "festhalten fieber film finanzassistent finanzassistentin finanzen finanzhelferin foto frag frage fragen "
    "französisch frau freue freund freundin freundlich freundlicher freut froh frohe frohen froher frohes "
    "fröhliche früh frühling fühl fühle ganz garten gebaut gebiet geblieben geboren geburtstag gedanke gedicht "
    "gedrückt geduld gefallen gefeiert gefreut gefällt gefühl gefühle gegangen geheim geholfen geht gehts gehört "
    "gelangweilt geldassistent geldassistentin geldfragen gelernt gemacht gemeinsam genieß genieße gerade gerät "
    "gesagt geschehen geschichte gespräch gestresst gesund gesundheit gewohnheit gitarre glück glücklicherweise "
    "glückwunsch großartig gruß grüße gute guten guter haha half hallo halt hand hatte hattest hattet haus "
    "haustier heiß heiße heißt helfen helferin herbst herz herzlich herzlichen heute hey hi hier hilf hilfe hilft "
    "hingegangen hingeht hm hoch hochzeit hoffe hoffentlich hund hunger hungrig höflich höre hören hört ich idee "
    "ihr immer intelligenz interessant irgendetwas irgendwas ist jede jedem jeden jeder jederzeit jedes jemand "
    "job jung kaffee kalt kann kannst katze kenne kennengelernt kennenlernen kennenzulernen kennst ki kind kinder "
    "klasse klausur klavier klingen klingt klug kochen kollege komm komme konnte konntest konzert kopf "
    "kopfschmerzen krank kuchen kurz könnte könntest körper kümmere kümmern künstliche lachen land lange langsam "
    "langweilig lass laufen laune lebe leben lehrer leicht leid leider lernen lesen lieb liebe lieben lieber "
    "liebes lieblingsfarbe lied liste los lustig lächeln mach machen machs mag magst mal malen mama man mann "
    "maschine meer mein meine meinem meinen meiner meinst meinung mensch menschen mich minute mir moin moment "
    "morgen musik mutig mutter möchte möchten möchtest müde nachbar nachfrage nachricht nachrichten nacht name "
    "natürlich nenn nervös nett nette netter nettes neues neugierig niemand noch nochmal nur ob oh ohje oje oma "
    "opa ort ostern pam papa partner party pass passe passiert pause perfekt person pizza plan planung plaudere "
    "plaudern politik pro probier programm prost prüfung rad rat reden regen reise rezept richtig richtiger "
    "roboter ruh ruhe ruhig s sache sag sage sagen schau schauen scheint schick schlaf schlafe schlafen schlau "
    "schlecht schläfst schnee schnell schreib schreibe schreiben schritt schuld schule schwer schwester schwierig "
    "schwimmen schön schöne schönen schöner schönes sehe sehen sein seite selbst selbstverständlich servus setzen "
    "sie sieht singen sinn software sohn soll sommer sonne sonnig sonst spanisch spannend spazieren spaß spiel "
    "spielen sport sprache sprachnachricht sprechen spät später stadt stark stattdessen stehe steht stimmung "
    "stolz strand stressig stunde super süß tag tanzen team tee test thema tief tipp tochter toll tolle toller "
    "tolles traum traurig trinken träum tröste tschüss tue tun tust tut umarmung uns unser unsere unterhalten "
    "unterwegs urlaub vater verfügung vergessen vergiss vergleich vergleichen vermisst verstehe verstehen versuch "
    "versuche versuchen verzeih verzeihung viel viele vielen vorstellungsgespräch wahr wahrscheinlich wandern "
    "warm wege weihnachten weil weiß welt wem wenig wenn wer wetter wie wiederhole wiederholen wiedersehen will "
    "willkommen willst winter wir wirklich wissen witz witze witzig wochenende wohne wollen wolltest wort worum "
    "worüber wovon wow wunderbar wünsch wünsche wünscht wütend zahl zeig zeige zeigen zeit ziele ziemlich zuhause "
    "zuhören zur zurück zuständig ärztin über"
)
WISHES = "hoffe hoffentlich wünsche wünsch bald schönen schönes kennenzulernen kennenlernen"
SPEAKERS = "ich mir mich mein"
ADDRESSED = "du dir dich dein deine deinen deinem deiner deines sie ihr ihnen"
ASKS = "sag sage antworte schreib schreibe tippe tipp druck drucke klick bestatige"
KNOWING = "sehe finde weiß denke glaube"
WISHED = (
    "viel erfolg, viel glück, viel spaß, gute besserung, gute reise, frohe, frohes, fröhliche, schönen, schönes, "
    "schöne, alles gute, herzlichen glückwunsch, guten appetit, schlaf gut, ich hoffe, hoffentlich, einen "
    "schönen, gute, guten, bis, willkommen"
)
FINANCE = (
    "bank banken filiale karte karten kredit darlehen hypothek vermieter miete steuer steuern finanzamt betrug "
    "polizei gericht anwalt aktie aktien krypto bitcoin preis preise kaufen kaufe verkaufen bargeld gehalt lohn "
    "arbeitgeber versicherung rechnung rechnungen zinsen schulden schuld konto konten anmeldung link telefon ruf "
    "anrufen gebuhr gebuhren strafe geldborse laden"
)
