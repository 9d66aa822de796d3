"""The same in German, Spanish and French."""

from tests.bot.brain.grounding.honest import Told

GERMAN = (
    Told("groceries", "", "Du hast seit Oktober 119,70 € für Lebensmittel ausgegeben."),
    Told("groceries", "", "Du musst diesen Monat 119,70 € für Lebensmittel ausgeben."),
    Told("groceries", "", "Du hast diesen Monat 119,70 € für Lebensmittel übrig."),
    Told("groceries", "", "Du hast diesen Monat 119,70 € für Lebensmittel bei Aldi ausgegeben."),
    Told("groceries", "", "Du hast diesen Monat nicht 119,70 € für Lebensmittel ausgegeben."),
    Told("groceries", "", "Du hast diesen Monat hundertneunzehn Euro für Lebensmittel ausgegeben."),
    Told("groceries", "", "Du hast diesen Monat fast 119,70 € für Lebensmittel ausgegeben."),
    Told("groceries + rent", "", "Du hast diesen Monat 850,00 € für Lebensmittel und 119,70 € für Miete ausgegeben."),
    Told("income + everything", "", "Du hast diesen Monat 2.400,00 € ausgegeben und 1.041,50 € eingenommen."),
    Told("income + everything", "", "Du hast diesen Monat 2.400,00 € und davon 1.041,50 € gespart."),
    Told("budgets", "", "Du hast diesen Monat 280,30 € von 400,00 € für Lebensmittel ausgegeben."),
    Told("balance", "", "Du schuldest Ann 32,00 €."),
    Told("compared", "", "Du hast vom 1. Okt bis 18. Okt 40,30 € weniger für Lebensmittel ausgegeben als diesen Monat."),
)  # fmt: skip
SPANISH = (
    Told("groceries", "", "Desde octubre has gastado 119,70 € en supermercado."),
    Told("groceries", "", "No has gastado 119,70 € en supermercado este mes."),
    Told("groceries", "", "Te quedan 119,70 € en supermercado este mes."),
    Told("groceries", "", "Tienes que pagar 119,70 € en supermercado este mes."),
    Told("groceries", "", "Gastarás 119,70 € en supermercado este mes."),
    Told("groceries", "", "Ana ha gastado 119,70 € en supermercado este mes."),
    Told("balance", "", "Ann debe 32,00 €."),
    Told("balance", "", "Le debes 32,00 € a Ann."),
    Told("compared", "", "Del 1 oct al 18 oct gastaste 40,30 € menos en supermercado que este mes."),
    Told("budgets", "", "Has gastado 280,30 € de 400,00 € en supermercado este mes."),
)  # fmt: skip
FRENCH = (
    Told("groceries", "", "Depuis octobre, tu as dépensé 119,70 € pour les courses."),
    Told("groceries", "", "Tu n'as pas dépensé 119,70 € pour les courses ce mois-ci."),
    Told("groceries", "", "Il te reste 119,70 € pour les courses ce mois-ci."),
    Told("groceries", "", "Tu dois payer 119,70 € pour les courses ce mois-ci."),
    Told("groceries", "", "Tu dépenseras 119,70 € pour les courses ce mois-ci."),
    Told("groceries", "", "Anne a dépensé 119,70 € pour les courses ce mois-ci."),
    Told("balance", "", "Tu dois 32,00 € à Ann."),
    Told("compared", "", "Du 1 oct au 18 oct, tu as dépensé 40,30 € de moins en courses que ce mois-ci."),
    Told("budgets", "", "Tu as dépensé 280,30 € sur 400,00 € pour les courses ce mois-ci."),
    Told("groceries", "", "Elle a dépensé 119,70 € pour les courses ce mois-ci."),
)  # fmt: skip
