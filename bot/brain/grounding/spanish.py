"""Spanish words of talk about money, by what they say of a figure; accents do not count."""

WORDS = {
    "glue": (
        "el, la, los, las, un, una, unos, unas, tu, tus, te, ti, tú, en, con, por, para, al, del, a, que, se, es, "
        "son, fue, fueron, era, eran, ha, has, han, ha sido, han sido, hay, lo, le, esto, eso, este, esta, estos, "
        "estas, ese, esa, aquí, ahí, alrededor, solo, exactamente, también, ahora, como, qué, cuánto, donde, "
        "cuando, si, o, sí, claro, bien, gracias, vale, perfecto, ya, todavía, aún, hasta ahora, por ahora, de "
        "momento, de eso, de ello, de ellos, de los cuales, de las cuales, actualmente, asciende, ascienden, "
        "asciende a, ascienden a, ascendió, suma, suman, sumó, sumaron, llega, llegan, llegó, llegó a, "
        "representa, representan, supone, suponen, supuso, supusieron, seguido de, seguida de, seguido por, "
        "seguida por, concretamente, resumen, desglose, detalle, importe, cantidad, cifra, categoría, va, van, "
        "llevas, llevabas, lleva, durante, dinero, buenas, hola, son de, está, están, sigue, siguen, incluye, "
        "incluyen, más detalles, saber más, ver más, muy, partida, por ciento, tuviste, fueron de, fue de, es de, "
        "y es, d, cuenta, periodo, estás, en lo que va de"
    ),
    "and": "y, e, además, más otros, así como, junto con, más de ellos",
    "while": "mientras, mientras que, pero, sin embargo, en cambio",
    "of": "de, de tu, de un",
    "than": "que, comparado con, en comparación con, frente a, respecto a, respecto al, con respecto a",
    "total": "en total, total, en conjunto, todo, juntos, sumado, totales",
    "spent": (
        "gastado, gastados, gastada, gastadas, gastaste, gastas, gasto, gastos, gastar, pagado, pagados, pagaste, "
        "pagada, costó, costaron, coste, costes, costado, cuesta, cuestan, fueron a, compraste, gastando"
    ),
    "in": (
        "ingresado, ingresados, ingresos, ingreso, ganado, ganaste, recibido, recibiste, recibidos, cobrado, "
        "cobraste, entró, entraron, entrado, han entrado, ingresaste"
    ),
    "since": "desde, a partir de, a partir del",
    "until": "hasta, hasta el",
    "must": "tienes que, hay que",
    "left": (
        "quedan, queda, quedaban, quedaba, restan, resta, restante, restantes, disponible, disponibles, sobran, "
        "sobra, quedar, quedado"
    ),
    "over": (
        "por encima de, por encima, de más, superado, excedido, sobrepasado, te pasas, te has pasado, pasado, "
        "demasiado, sobre, exceso"
    ),
    "more": "más, más alto, aumento, aumentado, aumentó, subió, subida, subido, mayor que, superior, incremento",
    "less": (
        "menos, más bajo, disminuido, disminuyó, bajó, bajada, bajado, menor que, inferior, por debajo, descenso, "
        "reducción"
    ),
    "same": "lo mismo, mismo, lo mismo que, igual, igual que, sin cambios, la misma cantidad, la misma cantidad que",
    "owe_me": "te debe, te deben, deben a ti",
    "owe_them": "le debes, debes, debes a",
    "owe": "debe, deben, deuda, deudas, deber, debías",
    "average": "de media, media, promedio, en promedio, de promedio, por término medio",
    "largest": (
        "mayor, mayores, más grande, más alta, más caro, más cara, principal, principales, sobre todo, máximo, "
        "mayoría, principalmente, lo que más"
    ),
    "smallest": "menor, menores, más pequeño, más pequeña, más barato, más barata, mínimo, lo que menos",
    "saved": "ahorrado, ahorrados, ahorraste, ahorrar, apartado, ahorras",
    "budget": "presupuesto, presupuestos, límite, objetivo, objetivos, meta, metas, tope",
    "missing": "faltan, falta, faltaban",
    "due": "vence, vencen, a pagar, por pagar, vencimiento",
    "next": "próximo, próxima, siguiente, próximos",
    "overdue": "vencido, vencida, atrasado",
    "share": "tu parte, tu propia parte, tu mitad",
    "their_share": "parte, porción",
    "back": "devuelto, devolvió, devolviste, devolver",
    "to_you": "te ha devuelto, te devolvió, te devuelto",
    "hold": "tienes, tiene, tener, saldo, saldos, tenías, dispones",
    "ahead": "ya anotado, previsto, prevista, vas a, va a, tendrás, quedarán, previsión, sería, habrá, tendrías",
    "can": "puedes, podrías, puedes aún",
    "rough": "estimación, estimado, podría, quizá, quizás, probablemente, puede, tal vez",
    "pace": "a este ritmo, ritmo, pasas de",
    "safe": "sin riesgo, tranquilamente",
    "before": "antes, anteriormente, hace",
    "carried": "de antes, arrastrados",
    "behind": "de retraso, retraso",
    "shared": "compartidos, compartido, compartidos con, compartido con",
    "tagged": "etiqueta",
    "noun:booking": "movimiento, movimientos, compra, compras, pagos, transacciones, operaciones, veces",
    "noun:category": "categorías",
    "noun:bill": "facturas, recibos",
    "noun:reminder": "recordatorios, recordatorio",
    "neg": "no, nunca, jamás, sin, ni, tampoco, apenas, salvo, excepto, casi, en vez de, aparte",
    "none": "nada, ninguno, ninguna, ningún, cero, no queda nada, no hay nada, no gastaste nada, no has gastado nada",
    "rate:day": "al día, por día, diarios, diario, cada día, todos los días, diaria",
    "rate:week": "a la semana, por semana, semanales, semanal, cada semana, todas las semanas",
    "rate:month": "al mes, por mes, mensuales, mensual, cada mes, todos los meses",
    "rate:year": "al año, por año, anuales, anual, cada año, todos los años",
    "rate:booking": "por movimiento, por compra, cada movimiento",
    "day:0": "hoy",
    "day:-1": "ayer",
    "day:1": "mañana",
    "this:week": "esta semana, semana actual, la semana en curso, lo que va de semana",
    "this:month": "este mes, mes actual, el mes en curso, lo que va de mes",
    "this:year": "este año, año actual, el año en curso, lo que va de año",
    "last:week": "la semana pasada, semana pasada, semana anterior, última semana",
    "last:month": "el mes pasado, mes pasado, mes anterior, último mes",
    "last:year": "el año pasado, año pasado, año anterior, último año",
    "next:week": "la semana que viene, próxima semana, semana que viene",
    "next:month": "el mes que viene, próximo mes, mes que viene",
    "next:year": "el año que viene, próximo año, año que viene",
    "unit:day": "día, días",
    "unit:week": "semana, semanas",
    "unit:month": "mes, meses",
    "unit:year": "año, años",
    "example": "di, por ejemplo, dime",
}
CLAIMS = (
    "anotado anotados registrado registrada apuntado guardado anadido enviado enviada enviar envio transferido "
    "transferida transferir movido borrado borrada eliminado eliminada cancelado cancelada cambiado cambiada "
    "modificado actualizado corregido confirmado confirmada confirmar confirmo aprobado aprobada aprobar "
    "verificado verificada verificar desbloqueado desbloquear recordado recuerdo recordare recordarte programado "
    "creado abierto cerrado vinculado conectado reembolsado cargado deshecho restaurado hecho completado "
    "procesado autorizado aceptado rechazado bloqueado activado desactivado codigo codigos pin contrasena clave "
    "prometo prometido garantizo garantizado listo liquidado fijado retirado depositado invertido encargo ocupo"
)
FIRST = "yo nosotros he hemos voy vamos estoy estamos haremos"
FIRST_MAY = ""
