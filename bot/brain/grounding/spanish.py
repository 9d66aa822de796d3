"""Spanish words of talk about money, by what they say of a figure; accents do not count."""

WORDS = {
    "glue": (
        "otra vez, "
        "no pasa nada, cómo te va, cómo vas, "
        "veamos, vamos a ver, a ver, déjame ver, así está, esto es lo que hay, por supuesto, desde luego, de nada, "
        "no hay de qué, ningún problema, muchas gracias, "
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
FIRST_MAY = "soy aqui bien puedo feliz lista listo encantada muy"
STANDING = (
    "permitir permitirte permitirtelo permites permite permitirlo asequible arruinado arruinada quiebra "
    "bancarrota insolvente rico rica pobre hackeada hackeado pirateada pirateado robada robado robaron estafado "
    "estafada estafa comprometida"
)
SMALL_TALK = (
    "abogado abrazo abrazos abuela abuelo aburrida aburrido acompañarte adiós agradable agradecida agradecido "
    "agradezco ahorro alegra alegras alegre alegro alegría alemán algo alguien alguna algún amable amiga amigo "
    "anotar aquello aquí artificial asistenta asistente asunto aunque avisar avisarte ay ayuda ayudado ayudante "
    "ayudar ayudarle ayudarles ayudarte ayudo azul año años bailar beber bebé bicicleta bienvenida bienvenido "
    "bienvenidos boda bonita bonito buen buena buenas bueno buenos buenísimo buscar cabeza cada café calma calor "
    "caminar canción cansado cantar casa celebrar chao charlar chat chiste chistes cierto cita ciudad claro clase "
    "cocinar colega color comer comida comparar comprendo concierto conmigo conocerle conocerte conozco consejo "
    "contar contarme contarte control controlar conversar corazón correcto correr cosa cosas creada cualquier "
    "cuando cuenta cuerpo cuidar cuido culpa cumplas cumple cumpleaños curioso cuéntame cuídate decir decirme "
    "decirte definitivamente dentro deporte descansa descanses descanso describir desde deseo desglose despacio "
    "di difícil dime disculpa disculpas diseñada disfruta disfrutes disposición divertida divertido diviértete "
    "dormir duermas duerme duermo dulces duro día días ella ellos emocionante empezar encanta encantada encantado "
    "encantaría encargarme encontrar enfadado enfermo enhorabuena enseña enseñarte entendido entiendo entrevista "
    "envía equipo eres error escribe escribir escríbeme escuchando escuchar escucharte escucho escuela eso "
    "español especialidad especialmente espero esposa esposo esta estar esto estos estoy estresado estresante "
    "estupendo esté estés examen experta explica explicar explicarte extrañas extraño familia fantástica "
    "fantástico favorito felices felicidades feliz fiebre fiesta fiestas fijar fin financiera financiero finanzas "
    "formas foto francés frío fue fuera fuerte fuiste fácil gastos gato genial gracias graciosa gracioso gráfico "
    "guitarra gusta gustan gustaría gusto gustó haberte habla hablar hablarte hablemos hacer hacerlo hacerme "
    "hacerte haces haga hago hambre hasta haya hayas hecha hermana hermano hermoso hija hijo historia hola hondo "
    "hora humana humano humanos hábito ia idea idioma ido imagen impresionante incorrecto increíble inglés "
    "inteligencia inteligente intenta interesante invierno ja jaja jajaja jardín jefe joven juego jugar juntos "
    "lado lamentablemente lamento leer libro linda lindo lista listo llamas llamo llevar lluvia luego lugar madre "
    "mal malo mamá manera mano mar maravilla maravillosa maravilloso marido mascota mañana me mejor mejora "
    "mejorará mejores mejórate mensaje mi mientras mil minuto mirar mis misma mismo momento montaña mostrar "
    "mostrarme mostrarte muchas mucho mujer mundo muy máquina más médico música nací nada nadar nadie navidad "
    "necesita necesitas necesites necesito nervioso nieve ninguna niño niños noche noches nombre nos nosotros "
    "noticias nuevo número ocupada ocupado ocuparme ocurre oh ojalá ojo olvida olvides opinión ordenador "
    "organizar orgullosa orgulloso otoño otra otro oír oírte paciencia padre padres palabra pam papá parece "
    "pareja partido pasa pasada pasado pascua pases paso pastel país película peor perdona perdón perfecto pero "
    "perro persona piano pintar pizza plan playa poco podría podrías poema política por porque preciosa precioso "
    "pregunta preguntar preguntarlo preguntas pregúntame preocupada primavera probablemente profesor programa "
    "pronto propios prueba puede puedes puedo pésame querer querida querido quieras quiere quieres quiero "
    "quisieras quién qué real realmente receta recibo relajado repetir repite respira responder responderte reír "
    "robot rápido sabe saber salud saludarte saludo saludos sea sean secreto sed semana sencillamente sentido "
    "sentimientos servir servirte será siempre sienta sientas siente sientes siento significa simplemente "
    "sinceramente sobre sol sola soleado solo sonreír sonrisa soy suena suerte sueños supuesto sé tal también "
    "tampoco tarde tardes tema temprano tener tenga tengas tengo ti tiempo tipo todas todo todos tomo totalmente "
    "trabajar trabajo tranquila tranquilo triste té va vacaciones valiente vamos vaya ve veamos vecino vemos ven "
    "ver verano verdad verde verte viaje vida viejo voz vuelta yo ánimo él"
)
WISHES = "espero ojalá deseo pronto feliz disfruta gusto"
SPEAKERS = "yo me mi soy puedo cuido siento espero estoy conozco entiendo ayudo ayudarte alegro tengo hago quiero tomo"
ADDRESSED = "tú tu tus te ti usted su sus estás eres tienes"
ASKS = "di dime responde contesta escribe pulsa teclea toca"
KNOWING = "veo creo pienso encuentro"
WISHED = (
    "mucha suerte, suerte, feliz, felices, que te, que tengas, que disfrutes, que lo pases, disfruta, buen viaje, "
    "felicidades, enhorabuena, buen provecho, espero que, ojalá, buen, buena, buenas, buenos, hasta, bienvenido, "
    "bienvenida"
)
FINANCE = (
    "banco bancos sucursal tarjeta tarjetas prestamo credito hipoteca casero alquiler impuesto impuestos hacienda "
    "fraude policia juzgado abogado acciones cripto bitcoin precio precios comprar vender efectivo sueldo salario "
    "jefe seguro factura facturas interes deuda deudas cuenta cuentas enlace telefono llama llamar comision multa "
    "cartera tienda"
)
