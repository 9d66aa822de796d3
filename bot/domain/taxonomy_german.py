"""German words for the leaves of categories, as ``taxonomy_words`` lists them: the same ; narrower. No umlauts."""

GERMAN = {
    "groceries": "supermarkt, einkaufe, wocheneinkauf, lebensmitteleinkauf, grosseinkauf, markt, wochenmarkt ; brot, brotchen, semmeln, "
    "milch, eier, kase, fleisch, fisch, obst, gemuse, reis, nudeln, butter, backer, backerei, metzger, metzgerei, fleischer, "
    "drogeriemarkt, wurst, wasser kiste, getranke, getrankemarkt, breze, brezn, weckli, zopf, bioladen",
    "eating out": "restaurants, gaststatte, wirtshaus, auswarts essen, lokal, gasthaus, beizli, imbiss ; mittag, mittagstisch, abendbrot, jause, "
    "znuni, zmittag, znacht, pizzen, doner, doner kebab, burger, schnitzel, currywurst, bratwurst, pommes, mensa, brunch, "
    "leberkase, pizzeria, asiate, italiener, grieche, frustuck, brotzeit",
    "takeaway": "zum mitnehmen, essen bestellt, bestellung, lieferservice, pizzadienst",
    "coffee": "kaffees, cafe, melange ; tee, cappu, latte macchiato, milchkaffee, espresso",
    "snacks": "naschen, susses, sussigkeiten, knabberzeug, kiosk ; eis, kuchen, torte, schokolade, schoki, kekse, gipfeli, limo, cola, saft, "
    "glace, gummibarchen, kaugummi, croissants",
    "alcohol": "alkohol, drinks ; biere, weine, sekt, schnaps, cocktails, kneipe, beisl, feierabendbier, gluhwein, spritzer, apero, bars",
    "rent": "warmmiete, kaltmiete, wohnungsmiete ; wohnung, wg, zimmer",
    "mortgage": "hypothekenrate, baukredit, kreditrate haus",
    "home repair": "reparatur, reparaturen, renovierung, baumarkt, handwerker ; klempner, elektriker, maler, farbe, werkzeug, bohrmaschine, "
    "schlusseldienst",
    "furniture": "mobel, einrichtung, deko ; sofa, couch, matratze, tisch, stuhl, lampe, bett, regal, schrank, teppich, vorhange, spiegel, pflanzen",
    "household": "haushaltswaren, putzmittel, putzzeug, drogerie ; waschmittel, klopapier, toilettenpapier, spulmittel, gluhbirne, batterien, "
    "mullbeutel, reinigung, putzfrau, wascherei",
    "council tax": "grundsteuern, gemeindeabgaben",
    "utilities": "rechnungen, rechnung, betriebskosten ; mull, mullgebuhren, abwasser",
    "electricity": "stromrechnung, elektrizitat, stromabschlag",
    "gas bill": "gasrechnung, heizkosten, heizol, fernwarme ; gasflasche, pellets",
    "water bill": "wasserrechnung",
    "internet": "wlan, dsl, internetrechnung",
    "phone": "handyrechnung, handyvertrag, telefon, mobilfunk, telefonrechnung, natel ; prepaid, guthaben aufladen",
    "insurance": "versicherungen, krankenkasse, haftpflicht, krankenversicherung ; kfz-versicherung, autoversicherung, hausrat",
    "tv licence": "gez, serafe, orf, rundfunk",
    "fuel": "sprit, tankstelle, tankfullung, super benzin ; ladestrom, aufladen",
    "taxi": "taxis, taxifahrt",
    "parking": "parken, parkhaus, parkschein, parkgebuhr, parkgebuhren, tiefgarage, parkieren",
    "public transport": "bahnticket, fahrkarte, nahverkehr, verkehrsmittel ; tram, strassenbahn, straßenbahn, s-bahn, zugticket, "
    "busticket, deutschlandticket, halbtax, ga, fahrschein, bahncard, klimaticket, db, sbb, obb, wiener linien, bim",
    "car": "werkstatt, kfz ; olwechsel, winterreifen, tuv, strafzettel, bussgeld, busse, vignette, waschanlage, autowasche, kfz-steuer, leasing",
    "bike": "rad, radl, e-bike, fahrradreparatur ; e-scooter, roller, motorrad",
    "clothing": "klamotten, kleidungsstucke, anziehsachen ; schuh, jacke, jacken, hosen, kleid, hemd, jeans, pulli, pullover, mantel, socken, "
    "mutze, tasche, handtasche, rucksack, brille, sonnenbrille, schmuck, turnschuhe, stiefel, unterwasche, bluse, anzug, gurtel, "
    "badehose, uhr, sneaker",
    "electronics": "elektro, technik ; rechner, kopfhorer, ladegerat, ladekabel, fernseher, tastatur, maus, drucker, bildschirm, kamera",
    "stationery": "schreibwaren, buroartikel, buro ; stifte, heft, papier, briefmarken, porto, paket, druckerpatrone",
    "shopping": "bummeln, kaufhaus, onlineshopping",
    "doctor": "arztin, arztrechnung, facharzt, praxis ; augenarzt, optiker, krankenhaus, physio, physiotherapie, impfung, labor, hautarzt, kinderarzt, "
    "osteopath, zahnreinigung",
    "pharmacy": "medikament, medizin, arznei, rezept ; tabletten, vitamine, pflaster, ibu, hustensaft",
    "fitness": "fitness-studio, sportverein, training ; schwimmen, schwimmbad, tennis, fussball, fußball, yoga, klettern, tanzkurs, hallenbad, verein, skipass",
    "personal care": "kosmetik, pflege ; schminke, make-up, creme, shampoo, parfum, nagel, zahnpasta, deo, seife, rasierer, massage, sauna",
    "haircut": "frisor, coiffeuse, haarschnitt, haare, barbier",
    "gifts": "mitbringsel, geburtstagsgeschenk ; blumen, geburtstag, hochzeit, weihnachten, weihnachtsgeschenke, strauss",
    "donations": "spenden, kollekte",
    "childcare": "kindergarten, kinderbetreuung, tagesmutter, babysitter ; windeln, spielzeug, hort, kindersitz, kinderwagen, taschengeld",
    "pets": "haustiere ; hundefutter, katzenfutter, futter, katzenstreu, hundesteuer",
    "education": "schule, studium, uni, ausbildung, semesterbeitrag ; kurs, kurse, seminar, fahrschule, nachhilfe, schulsachen, bucher, weiterbildung",
    "family support": "unterhalt, alimente",
    "entertainment": "spass, ausgehen, ausgang, vergnugen, feiern, ausflug ; konzert, konzerte, tickets, eintritt, eintrittskarten, museum, theater, disco, zoo, "
    "lotto, spiel karten, kabarett, freizeitpark",
    "movies": "kinokarten, kinokarte, filme",
    "games": "spiele, computerspiele, computerspiel, videospiel, brettspiel",
    "subscriptions": "abos, mitgliedschaft, mitgliedsbeitrag ; zeitung, zeitschrift, magazin",
    "hobbies": "hobbys, basteln, garten ; musik, noten, angeln, wolle, gartencenter",
    "flights": "fluge, flugticket, flieger ; flughafen, gepack, koffer",
    "hotels": "unterkunfte, pension ubernachtung, ubernachtung, ferienwohnung, hotelzimmer ; campingplatz, jugendherberge, hutte",
    "travel": "ferien, ausfluge, reisekosten, trip ; mietwagen, kreuzfahrt, souvenirs",
    "fees": "gebuhr, kontogebuhr, bankgebuhren, kontofuhrung ; anwalt, notar, steuerberater, mahngebuhr",
    "taxes": "steuern, einkommensteuer, finanzamt, steuernachzahlung",
    "debt": "kredit, kreditrate, ratenzahlung, darlehen, bafog",
    "savings": "sparen, sparplan, rucklage, rucklagen ; aktien, fonds, etf, bausparer",
    "salary": "lohne, gehalter, besoldung, weihnachtsgeld, urlaubsgeld, dreizehnter",
    "bonus": "pramie, zinsen, dividende ; kindergeld",
    "refund": "ruckerstattung, ruckzahlung, steuererstattung, erstattungen",
}
