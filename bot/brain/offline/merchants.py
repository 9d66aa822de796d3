"""Well-known merchants, and the category a booking there most likely belongs to."""

_BY_CATEGORY = {
    "groceries": "walmart, tesco, sainsburys, sainsbury's, asda, aldi, lidl, costco, kroger, safeway, whole foods, trader joe's, "
    "trader joes, publix, waitrose, morrisons, m&s food, ocado, woolies, woolworths, coles, iga, carrefour, mercadona, "
    "rewe, edeka, auchan, leclerc, big bazaar, dmart, reliance fresh, bigbasket, blinkit, zepto, instacart, wegmans, "
    "hofer, billa, interspar, mpreis, coop, denner, volg, tegut, alnatura, "
    "heb, h-e-b, meijer, food lion, albertsons, sprouts, loblaws, penny, netto, monoprix, dia, spar, co-op, iceland, sams club, "
    "sam's club, kaufland, migros, albert heijn, no frills, sobeys, pak n save, countdown, whole food",
    "taxi": "uber, lyft, bolt, ola, rapido, cabify, freenow, grab, didi, free now",
    "food delivery": "doordash, uber eats, ubereats, deliveroo, grubhub, just eat, justeat, swiggy, zomato, menulog, lieferando, glovo, postmates",
    "fast food": "dominos, domino's, papa johns, mcdonalds, mcdonald's, maccas, burger king, kfc, wendys, wendy's, taco bell, "
    "subway sandwiches, five guys, chipotle, popeyes, chick-fil-a, nandos, nando's, greggs, pret, panera, pizza hut, "
    "hungry jacks, hungry jack's, in-n-out, shake shack, little caesars, jollibee, haldirams",
    "eating out": "olive garden, applebees, applebee's, ihop, dennys, denny's, wagamama, pizza express, wetherspoons, spoons, "
    "cheesecake factory, red lobster, chilis, chili's, outback, buffalo wild wings, vapiano",
    "coffee": "starbucks, dunkin, dunkin donuts, costa, caffe nero, tim hortons, peets, peet's, blue bottle, cafe coffee day, "
    "philz, gloria jeans, nero",
    "fuel": "shell, bp, exxon, chevron, esso, texaco, mobil, aral, repsol, total energies, ampol, indian oil, wawa, sheetz, caltex, 7-eleven fuel",
    "shopping": "amazon, target, ebay, etsy, flipkart, myntra, meesho, argos, kmart, big w, aliexpress, temu, shein, macys, "
    "macy's, nordstrom, john lewis, primark, marshalls, tk maxx, tj maxx, walgreens photo, el corte ingles, corte ingles, best buy, dollar tree, "
    "dollar general, poundland, b&m, asos, 7-eleven",
    "clothing": "nike, adidas, zara, h&m, uniqlo, gap, footlocker, foot locker, old navy, levis, levi's, lululemon, decathlon, next, zalando, deichmann, "
    "topshop, mango, puma, reebok, vans, rei, patagonia",
    "home repair": "home depot, lowes, lowe's, b&q, screwfix, obi, bauhaus, hornbach, leroy merlin, ace hardware, wickes, bunnings",
    "furniture": "ikea, wayfair, pottery barn, crate and barrel, dfs",
    "electronics": "apple store, apple, currys, media markt, mediamarkt, saturn, fnac, jb hi-fi, officeworks, gamestop, croma, newegg",
    "pharmacy": "cvs, walgreens, boots, rite aid, superdrug, dm, rossmann, chemist warehouse, apollo pharmacy, priceline, pharmeasy, 1mg, bipa",
    "subscriptions": "netflix, spotify, hulu, disney+, disney plus, disney, hbo, hbo max, youtube premium, amazon prime, prime, prime video, audible, "
    "hotstar, icloud, dropbox, apple music, apple tv, chatgpt, openai, adobe, nyt, paramount+, peacock, deezer, dazn, binge, stan, "
    "crunchyroll, jiocinema, kindle unlimited, sky, now tv, patreon, google one, microsoft 365, notion",
    "phone": "verizon, at&t, t-mobile, tmobile, vodafone, jio, airtel, telstra, optus, orange, o2, ee, movistar, telekom, vi, giffgaff, "
    "mint mobile, three mobile",
    "internet": "comcast, xfinity, spectrum, virgin media, bt, sky broadband, cox",
    "hotels": "airbnb, booking.com, marriott, hilton, hyatt, expedia, oyo, premier inn, travelodge, hotels.com, vrbo, holiday inn",
    "flights": "ryanair, easyjet, delta, united airlines, american airlines, southwest, jetblue, lufthansa, british airways, qantas, "
    "indigo, air india, iberia, air france, vueling, emirates, jetstar, virgin australia, spirit airlines, southwest airlines, wizz air",
    "public transport": "amtrak, trainline, tfl, irctc, deutsche bahn, greyhound, flixbus, sbb, megabus, mta, national rail",
    "fitness": "planet fitness, puregym, equinox, peloton, cult fit, cultfit, anytime fitness, goodlife, mcfit, strava, la fitness",
    "personal care": "sephora, ulta, lush, nykaa",
    "movies": "amc, odeon, cineworld, pvr, vue, regal, hoyts, event cinemas, bookmyshow",
    "games": "steam games, riot, roblox, nintendo eshop",
    "education": "udemy, coursera, duolingo, waterstones, barnes and noble, barnes & noble, skillshare",
    "pets": "petco, petsmart, pets at home, chewy, petbarn, fressnapf",
    "taxes": "turbotax, hmrc, irs, ato",
    "insurance": "geico, state farm, progressive, allianz, lic, aviva, allstate, policybazaar",
}

CATEGORY_OF: dict[str, str] = {
    name.strip(): category for category, names in _BY_CATEGORY.items() for name in names.split(",")
}
# These are also everyday words: they are merchants only after "at" or "from".
ONLY_AFTER_AT = frozenset(
    "next gap target boots shell costa orange sky three apple prime delta spectrum subway total stan binge dia penny spar mango "
    "progressive regal vue saturn countdown iceland grab ee vi dm bp bt steam riot prime outback sprouts puma three vans "
    "nero chewy equinox notion cox lush rei lic pret vue amc obi dfs mobil peacock adobe united indigo".split()
)
