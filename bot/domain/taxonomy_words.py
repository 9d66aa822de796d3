"""The published two levels of categories, and the words people use for each leaf.

A leaf's line reads: words that mean the same ; narrower words that lie under it. A plural finds its singular by itself.
"""

WORDS: dict[str, dict[str, str]] = {
    "food": {
        "groceries": "grocery, supermarket, food shop, food shopping, grocery shopping, weekly shop, big shop, supermercado, "
        "lebensmittel, einkauf, courses, supermarche, compras, ration, provisions, kirana ; "
        "milk, bread, eggs, egg, vegetable, veg, veggies, fruit, meat, fish, chicken, rice, cheese, butter, apple, banana, tomato, "
        "atta, sabzi, dal, water, farmers market, butcher, fishmonger, greengrocer, produce, cooking oil, flour, sugar, tofu",
        "eating out": "dining, dining out, restaurant, meals out, eat out, eating, restaurante, essen gehen, resto, going out to eat ; "
        "lunch, dinner, breakfast, brunch, supper, pizza, burger, sushi, taco, burrito, sandwich, bagel, ramen, noodle, "
        "kebab, curry, steak, buffet, canteen, cafeteria, meal, almuerzo, cena, desayuno, mittagessen, abendessen, "
        "fruhstuck, dejeuner, diner, petit dejeuner, dosa, biryani, thali, chippy, fish and chips, sub, salad, bbq, tea and cake, "
        "wings, pho, falafel, hot dog, brekkie, parma, roast, comida fuera, food court, food truck, kantine, cantine",
        "takeaway": "takeout, take out, take away, food delivery, delivery, delivery food, fast food, lieferdienst, livraison ; mcds",
        "coffee": "cafe, coffee shop, kaffee ; latte, cappuccino, espresso, flat white, tea, chai, mocha, americano, boba, bubble tea, "
        "cortado, matcha, frappuccino, cuppa, te",
        "snacks": "snack ; sweets, candy, chocolate, ice cream, crisps, chips, cookie, donut, doughnut, cake, muffin, pastry, "
        "flapjack, croissant, gum, popcorn, smoothie, juice, soda, gelato, lolly, biscuit, samosa, vada pav, brownie, pie, helado, eis",
        "alcohol": "drinks, drink, booze ; beer, wine, pub, bar, cocktail, pint, whisky, whiskey, vodka, gin, liquor, bottle shop, "
        "round of drinks, cerveza, bier, biere, vin, wein, vino, bottle-o, happy hour, night out, rum, prosecco, champagne",
    },
    "housing": {
        "rent": "alquiler, miete, loyer, renta, house rent ; flat rent, room, hoa, pg",
        "mortgage": "home loan, hipoteca, hypothek, hypotheque, prestamo hipotecario",
        "home repair": "home maintenance, repairs, maintenance, home improvement, reparaciones ; plumber, electrician, handyman, "
        "roof, paint, locksmith, carpenter, boiler, gardener, plumbing, roofer, tradie, builder, painter, hardware, tool, drill",
        "furniture": "home decor, decor, muebles, mobel, meubles ; sofa, couch, mattress, table, chair, desk, lamp, bed, curtain, rug, "
        "shelf, bookshelf, wardrobe, plant, pillow, candle, blanket, sheets, bedding, frame, mirror",
        "household": "household supplies, cleaning supplies, hogar, haushalt, home ; toilet paper, detergent, soap, cleaner, cleaning, "
        "maid, laundry, dry cleaning, housekeeper, light bulb, bulb, batteries, battery, bin bags, paper towel, launderette, laundromat",
        "council tax": "property tax, rates ; ibi, grundsteuer, taxe fonciere",
    },
    "bills": {
        "utilities": "utility, bills, bill, facturas, nebenkosten, servicios ; trash, garbage, sewage, sewer",
        "electricity": "electric, electric bill, electricity bill, electrics, power bill, luz, strom, electricite, power, hydro ; solar",
        "gas bill": "heating, gas and electric, natural gas, calefaccion, heizung, chauffage ; heating oil, lpg, gas cylinder, cylinder",
        "water bill": "agua, wasser, eau ; water rates",
        "internet": "wifi, broadband, internet bill, wi-fi, wifi bill ; router, cable, fibre, hosting, domain",
        "phone": "mobile, phone bill, cell phone, cell, phone plan, mobile bill, telefono, movil, handy, telephone, portable, "
        "cell phone bill ; recharge, mobile recharge, sim, sim card, data plan, top up, topup, top-up, roaming, prepaid",
        "insurance": "seguro, versicherung, assurance ; car insurance, home insurance, health insurance, life insurance, premium, "
        "pet insurance, travel insurance, renters insurance, mediclaim",
        "tv licence": "tv license, tv, rundfunkbeitrag, cable tv, dth ; foxtel",
    },
    "transport": {
        "fuel": "gas, petrol, gasoline, diesel, gasolina, benzin, essence, tanken, sprit, carburant, servo, fill up, fillup, gas station, "
        "petrol station ; charging, ev charging, car charging, cng, tank, tank of gas",
        "taxi": "cab, rideshare, ride, ride share, rickshaw, auto rickshaw ; autorickshaw, tuk tuk, minicab, airport taxi",
        "parking": "car park, estacionamiento, parkplatz, stationnement, aparcamiento ; parking ticket, meter, parking meter, valet, park",
        "public transport": "transit, public transit, transporte publico, opnv, transport en commun, commute, commuting ; bus, train, "
        "metro, subway, tram, tube, rail, bus pass, train ticket, bus ticket, bus fare, fare, oyster, opal, myki, travelcard, "
        "metro card, bahn, zug, ferry, bvg, renfe, sncf, railcard, season ticket, billet de train, local train, u-bahn, monatskarte",
        "car": "auto, auto repair, car repair, car maintenance, coche, vehicle, voiture, car service ; mechanic, oil change, tires, tyre, tire, car wash, mot, "
        "rego, registration, car registration, car tax, road tax, toll, tolls, car payment, car loan, smog, service, garage, ute, "
        "panel beater, brakes, brake, windscreen, speeding ticket, fine, dmv, pikepass, fastag, peaje, maut, peage, reifen",
        "bike": "bicycle, bici, fahrrad, velo, cycling ; scooter, helmet, bike share, bike repair, motorcycle, motorbike",
    },
    "shopping": {
        "clothing": "clothes, ropa, kleidung, vetements, apparel, clothing shopping, fashion, kleider ; shoe, shoes, coat, jacket, dress, shirt, "
        "t-shirt, tshirt, jeans, pants, trousers, sneakers, trainers, boots, socks, sweater, jumper, hat, jewelry, jewellery, "
        "suit, saree, sari, kurta, runners, thongs, bag, handbag, purse, backpack, sunglasses, glasses, watch, necklace, ring, "
        "skirt, shorts, leggings, hoodie, gloves, scarf, tie, belt, underwear, bra, swimsuit, bikini, sandals, heels, zapatos, "
        "chaussures, schuhe, uniform, zapatillas, wallet, tailor, uggs",
        "electronics": "electronica, elektronik, electronique, tech, gadgets, gadget ; laptop, computer, headphones, charger, cable, "
        "keyboard, mouse, monitor, tablet, camera, new phone, iphone, ipad, airpods, tv set, console, earbuds, printer, speaker, "
        "phone case, usb, hard drive, kindle, macbook",
        "stationery": "office supplies, office, papeleria, burobedarf ; pen, pencil, notebook, paper, ink, stamps, postage, envelope, "
        "printing, printer ink, post office, shipping, courier",
        "shopping": "compras varias, shop, einkaufen, mall, online shopping ; toy",
    },
    "health": {
        "doctor": "medical, doctors, medico, arzt, medecin, health, salud, gesundheit, sante, copay, healthcare, gp ; dentist, optician, "
        "hospital, clinic, vaccine, physio, checkup, check-up, x-ray, lab, dermatologist, dental, orthodontist, chiropractor, eye test, "
        "eye exam, contact lenses, braces, surgery, urgent care, er, ambulance, specialist, bulk bill, zahnarzt, dentista, dentiste",
        "pharmacy": "medicine, medicines, meds, medication, prescription, farmacia, apotheke, pharmacie, chemist, drugstore ; vitamins, "
        "vitamin, painkillers, aspirin, ibuprofen, contact solution, bandaids, plasters, tablets, medikamente",
        "therapy": "therapist, counselling, counseling, psychologist, terapia, therapie",
        "fitness": "gym, sport, sports, gimnasio, fitnessstudio, salle de sport, workout, deporte, gym membership ; yoga, pilates, swim, swimming, tennis, football, "
        "running shoes, climbing, crossfit, personal trainer, trainer, zumba, soccer, golf, ski, bowling, badminton, cricket, protein, "
        "yoga class, yoga mat, pool, squash, boxing, footy, martial arts, karate, dance class, spin class, race fee",
    },
    "personal": {
        "personal care": "beauty, self care, belleza, korperpflege, toiletries, beaute ; cosmetics, makeup, skincare, shampoo, deodorant, nails, "
        "manicure, spa, massage, razor, perfume, salon, waxing, pedicure, facial, toothpaste, sunscreen, lotion, lipstick, moisturizer",
        "haircut": "hair, barber, hairdresser, peluqueria, friseur, coiffeur, barbershop ; hair color, hair salon, hair cut",
        "gifts": "gift, present, regalo, geschenk, cadeau, regalos, cadeaux, geschenke ; flowers, birthday present, birthday gift, wedding gift, "
        "birthday, christmas presents, card, birthday card, christmas gifts, wedding present, christmas, diwali gifts, bouquet",
        "donations": "donation, charity, donativo, spende, don, church, tithe ; zakat, fundraiser, temple, sponsorship, gofundme",
    },
    "family": {
        "childcare": "kids, children, child, ninos, kinder, enfants, child care ; babysitter, babysitting, nanny, daycare, nursery, diapers, nappies, baby, "
        "toys, kita, creche, pocket money, allowance, kindergarten, baby food, formula, summer camp, creche fees, baby clothes, stroller",
        "pets": "pet, mascota, haustier, animaux, dog, cat ; vet, pet food, dog food, cat food, dog walker, kibble, cat litter, litter, "
        "groomer, dog groomer, dog grooming, perro, gato, hund, katze, vet bill, aquarium, dog toy, kennel, pet sitter, veterinario, tierarzt",
        "education": "school, educacion, bildung, tuition, school fees, ecole, fees, studies ; course, books, book, textbook, textbooks, class, classes, "
        "lesson, lessons, tutor, exam, exam fee, college, university, kindle book, libros, bucher, livres, libro, buch, livre, swimming lessons, "
        "piano lessons, driving lessons, workshop, piano lesson, driving lesson, school trip, school supplies, guitar lessons",
        "family support": "parents, support, familia, alimony, child support ; remittance, money to mom, mom, dad, family",
    },
    "leisure": {
        "entertainment": "leisure, fun, ocio, unterhaltung, freizeit, loisirs, going out, sortie, sorties ; concert, concert ticket, ticket, tickets, museum, "
        "museum ticket, theatre, theater, zoo, party, club, festival, arcade, event, gig, show, exhibition, karaoke, nightclub, escape room, "
        "match, football ticket, match ticket, amusement park, theme park, opera, ballet, comedy show, aquarium tickets, entradas, lottery ticket, lotto, "
        "lottery, betting, bet, casino, culture, mini golf",
        "movies": "movie, cinema, film, films, cine, kino, movie ticket ; popcorn and movie",
        "games": "game, video games, gaming, videojuegos, videospiele, jeux ; playstation, xbox, nintendo, steam, board game, app, apps, app store",
        "subscriptions": "subscription, streaming, suscripcion, abo, abonnement, memberships, membership ; news, newspaper, magazine, icloud, cloud storage, "
        "patreon, podcast, software, vpn",
        "hobbies": "hobby, hobbies, aficiones, crafts, craft ; music, vinyl, photography, garden, gardening, art supplies, guitar, yarn, lego, fishing, "
        "records, piano, art, paints, seeds, camping gear, knitting",
    },
    "travel": {
        "flights": "flight, plane ticket, airfare, plane, vuelo, vuelos, flug, vol, flight ticket, air ticket ; airport, baggage fee, luggage fee",
        "hotels": "hotel, accommodation, lodging, hostel, alojamiento, unterkunft, hebergement ; motel, bnb, campsite, camping, resort, site fee",
        "travel": "vacation, holiday, holidays, trip, viaje, viajes, urlaub, reise, reisen, voyage, vacances, vacaciones ; car rental, rental car, car hire, cruise, "
        "tour, visa, passport, luggage, suitcase, souvenir, weekend away, road trip, sightseeing, guided tour",
    },
    "money": {
        "fees": "fee, bank fee, bank fees, charges, bank charge, comisiones, gebuhren, frais, commission ; atm fee, late fee, overdraft, service charge, wire fee, "
        "interest charge, foreign transaction fee, legal fees, lawyer, accountant, notary",
        "taxes": "tax, income tax, impuestos, steuern, steuer, impots, impot, gst, vat ; tax bill, tax return, self assessment",
        "debt": "loan, loan payment, credit card, deuda, schulden, dette, emi, loan repayment, credit card payment, card payment ; student loan, student loans, "
        "klarna, afterpay",
        "savings": "saving, ahorro, ahorros, sparen, epargne, investment, investments ; stocks, shares, crypto, sip, mutual fund, etf, pension, bitcoin, isa, 401k, super",
    },
    "income": {
        "salary": "paycheck, wages, wage, pay, paycheque, payslip, nomina, gehalt, lohn, salaire, sueldo, payroll, salario, payday ; overtime, stipend, commission pay",
        "bonus": "tips, tip ; prize, cashback, dividend, dividends, interest, winnings, reward, propinas, trinkgeld, pourboire, royalties",
        "freelance": "freelance job, side hustle, side gig, gig work, consulting, side job, freelancing, client, contract work ; invoice",
        "refund": "refunds, reembolso, erstattung, remboursement, reimbursement, rebate ; tax refund, expense claim, deposit back",
    },
}
