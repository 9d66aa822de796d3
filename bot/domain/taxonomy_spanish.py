"""Spanish words for the leaves of categories, as ``taxonomy_words`` lists them: the same ; narrower. No accents."""

SPANISH = {
    "groceries": "la compra, mercado, abarrotes, despensa, comestibles, mandado, colmado ; pan, fruta, frutas, verdura, "
    "verduras, carne, pescado, leche, huevos, pollo, arroz, queso, aceite, panaderia, carniceria, pescaderia, fruteria, "
    "tortillas, agua mineral, ultramarinos, almacen, verduleria",
    "eating out": "restaurantes, comer fuera, restaurant, comedor ; comida rapida china, cenas, almuerzos, desayunos, brunch, tapas, "
    "menu del dia, tacos, bocadillo, bocata, torta, pizza, hamburguesa, hamburguesas, merienda, sushi, asado, parrilla, "
    "raciones, pinchos, chino, kebab, empanadas, milanesa, ceviche",
    "takeaway": "comida para llevar, comida a domicilio, domicilio, para llevar ; delivery",
    "coffee": "cafes, cafecito, cortado ; te, infusion, capuchino",
    "snacks": "antojitos, chuches, aperitivos ; dulces, golosinas, helado, helados, pastel, tarta, galletas, chocolate, papas, patatas fritas, "
    "refresco, zumo, jugo, facturas de panaderia, churros, palomitas",
    "alcohol": "copas, tragos, alcohol ; cervezas, cerveza, chela, chelas, vino, canas, birra, birras, ron, gin tonic, vermut, bares, antro, "
    "fernet, cubata",
    "rent": "renta, arriendo, alquiler de piso ; piso, habitacion, expensas",
    "mortgage": "hipoteca",
    "home repair": "reparacion, reformas, obras, ferreteria ; fontanero, plomero, electricista, pintura, cerrajero, albanil, gasfiter",
    "furniture": "muebles, decoracion ; mueble, sofa, mesa, silla, lampara, colchon, cama, cortinas, estanteria, espejo, plantas",
    "household": "limpieza, articulos de limpieza ; detergente, papel higienico, lejia, bombilla, lavanderia, tintoreria, asistenta",
    "council tax": "ibi, predial, contribucion",
    "utilities": "suministros, recibos, servicios ; basura, comunidad",
    "electricity": "electricidad, recibo de la luz, factura de la luz",
    "gas bill": "recibo del gas, factura del gas ; bombona, gas natural",
    "water bill": "recibo del agua, factura del agua",
    "internet": "wifi, fibra, adsl",
    "phone": "celular, recibo del telefono, saldo del movil ; recarga, tarifa",
    "insurance": "seguros ; seguro del coche, seguro medico, seguro de vida",
    "fuel": "nafta, combustible, gasoil, gasoleo, bencina",
    "taxi": "taxis, remis, cabify",
    "parking": "parquimetro, estacionamiento, zona azul, cochera, aparcar",
    "public transport": "transporte ; autobus, metro, tren, abono transporte, camion de linea, colectivo, subte, tranvia, cercanias, boleto, "
    "billete de tren, bono de metro, sube, combi, guagua",
    "car": "carro, taller, mecanico ; itv, peajes, peaje, multa, ruedas, neumaticos, llantas, lavado, revision, tenencia, verificacion",
    "bike": "bicicleta ; patinete, moto",
    "clothing": "ropa, ropita, prendas ; camiseta, camisetas, camisa, pantalon, pantalones, vaqueros, vestido, zapatos, zapato, chaqueta, abrigo, "
    "jersey, sueter, falda, calcetines, gorra, bolso, tenis, deportivas, gafas, remera, playera, sandalias, tacones, pijama, "
    "chamarra, campera, buzo, medias",
    "electronics": "electronica, tecnologia ; ordenador, portatil, computadora, auriculares, cargador, televisor, tele, raton, teclado, consola",
    "stationery": "papeleria ; boligrafos, cuaderno, sellos, correos, envio, impresora, tinta",
    "doctor": "medicos, consulta, salud ; dentista, oculista, clinica, analisis, fisio, fisioterapeuta, pediatra, psicologo, vacuna, "
    "ortodoncia",
    "pharmacy": "medicinas, medicina, medicamentos, medicamento, remedios ; pastillas, vitaminas, jarabe, paracetamol",
    "fitness": "gimnasio, deportes ; natacion, piscina, padel, futbol, yoga, entrenador, correr",
    "personal care": "cosmetica, cosmeticos, higiene, perfumeria ; maquillaje, crema, champu, unas, perfume, jabon, desodorante, depilacion",
    "haircut": "pelu, peluquero, barberia, corte de pelo, estetica ; tinte",
    "gifts": "regalitos, detalle ; flores, cumple, cumpleanos, boda, navidad, reyes",
    "donations": "donacion, limosna, caridad",
    "childcare": "guarderia, canguro, ninera, bebe ; panales, juguetes, jardin de infancia",
    "pets": "mascotas ; perros, pienso, croquetas, veterinaria",
    "education": "colegio, escuela, universidad, estudios ; matricula, clases, clase, curso, cursos, academia, libro, colegiatura, utiles",
    "family support": "pension alimenticia, manutencion",
    "entertainment": "entretenimiento, fiesta, salir, diversion ; concierto, entradas, entrada, museo, teatro, discoteca, feria, loteria, partido, boliche",
    "movies": "peliculas, pelicula",
    "games": "videojuego, juegos, juego",
    "subscriptions": "suscripciones, cuota, cuotas ; periodico, revista",
    "hobbies": "aficion, manualidades ; jardineria, musica, instrumentos",
    "flights": "avion, billete de avion, boleto de avion, pasaje ; aeropuerto, maleta",
    "hotels": "hoteles, hostal, alojamiento ; apartamento, camping",
    "travel": "vacaciones, excursion, turismo ; equipaje, alquiler de coche, crucero",
    "fees": "comision, cargos, gastos bancarios ; gestor, gestoria, abogado, notario",
    "taxes": "impuesto, hacienda, iva, afip",
    "debt": "prestamo, deudas, credito, tarjeta de credito ; cuota del prestamo",
    "savings": "ahorros, inversion, inversiones ; acciones, bolsa, fondo",
    "salary": "sueldos, quincena, aguinaldo, paga",
    "bonus": "bono, paga extra, premio ; intereses",
    "refund": "devolucion, reintegro",
}
