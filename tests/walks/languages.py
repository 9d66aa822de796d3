"""What people say to PAM in each language on one and the same walk, and what they are answered: a table a walk.

Each row is what is said and the last answer to it. Prices are in euros, so that only the writing differs.
"""

from dataclasses import dataclass

Said = tuple[str, str]


@dataclass(frozen=True)
class Speech:
    """One language's rows. ``spending`` ends with the budget broken: two messages follow, the second is the alert."""

    locale: str
    spending: tuple[Said, ...]
    breaking: Said
    undoing: Said
    question: Said
    choice: str
    chosen: str
    first: Said
    linked: str
    asked: Said
    sharing: tuple[Said, ...]
    accounts: tuple[Said, ...]
    correcting: tuple[Said, ...]
    help: Said
    not_understood: Said
    english: str
    back: str


SPEECHES: dict[str, Speech] = {
    "es": Speech(
        locale="es-ES",
        spending=(
            ("gasté 45,30 en el supermercado", "45,30 € supermercado."),
            (
                "presupuesto de 400 para supermercado",
                "Presupuesto fijado: 400,00 € supermercado al mes. 45,30 € gastados este mes, 11 %.",
            ),
            ("ayer pagué 4,70 de pan", "4,70 € pan, ayer. Supermercado: quedan 350,00 € de 400,00 € este mes."),
        ),
        breaking=(
            "gasté 350 en el supermercado",
            "Presupuesto Supermercado: 100 % gastado, 400,00 € de 400,00 € este mes.",
        ),
        undoing=("deshacer", "Deshecho: 350,00 € supermercado. Quedan 350,00 € de 400,00 € este mes."),
        question=("gasté 20", "20,00 € otros. ¿Qué categoría?"),
        choice="supermercado",
        chosen="Cambiado: 20,00 € otros es ahora 20,00 € supermercado.",
        first=("café 45,30", "45,30 € café."),
        linked="Vinculado.",
        asked=("¿cuánto he gastado este mes?", "45,30 € gastados este mes.\ncafé 45,30 €"),
        sharing=(
            (
                "divide 90 de la cena con Luis y Eva",
                "90,00 € cena. Tu parte: 30,00 €. Luis, Eva: cada quien te debe 30,00 €.",
            ),
            (
                "¿quién me debe dinero?",
                "Luis te debe 30,00 €.\nEva te debe 30,00 €.\nEn total te deben 60,00 €.",
            ),
            ("Luis me devolvió 30", "Luis te devolvió 30,00 €. Cuentas claras entre tú y Luis."),
        ),
        accounts=(
            (
                "pasé 200 a ahorros",
                "200,00 € de tu cuenta principal a ahorros. Ahorros es una cuenta nueva.",
            ),
            ("cobré 2400", "Ingreso de 2.400,00 €: sueldo."),
        ),
        correcting=(
            ("café 40", "40,00 € café."),
            ("no, 14 no 40", "Cambiado: 40,00 € café es ahora 14,00 € café."),
            ("eso fue ayer", "Cambiado: 14,00 € café es ahora 14,00 € café, ayer."),
        ),
        help=("ayuda", "Di: café 4,50"),
        not_understood=("¿sabes bailar?", "No te he entendido."),
        english="habla inglés",
        back="Deshecho: el idioma vuelve a ser español.",
    ),
    "fr": Speech(
        locale="fr-FR",
        spending=(
            ("dépensé 45,30 en courses", "45,30 € courses."),
            (
                "budget de 400 pour les courses",
                "Budget fixé : 400,00 € courses par mois. 45,30 € dépensés ce mois-ci, 11 %.",
            ),
            (
                "hier j'ai payé 4,70 à la boulangerie",
                "4,70 € boulangerie, hier. Courses : il reste 350,00 € sur 400,00 € ce mois-ci.",
            ),
        ),
        breaking=(
            "j'ai dépensé 350 en courses",
            "Budget Courses : 100 % dépensés, 400,00 € sur 400,00 € ce mois-ci.",
        ),
        undoing=("annuler", "Annulé : 350,00 € courses. Il reste 350,00 € sur 400,00 € ce mois-ci."),
        question=("dépensé 20", "20,00 € divers. Quelle catégorie ?"),
        choice="courses",
        chosen="Changé : 20,00 € divers devient 20,00 € courses.",
        first=("café 45,30", "45,30 € café."),
        linked="Relié.",
        asked=("combien j'ai dépensé ce mois-ci ?", "45,30 € dépensés ce mois-ci.\ncafé 45,30 €"),
        sharing=(
            (
                "partage 90 pour le dîner avec Luc et Eve",
                "90,00 € dîner. Ta part : 30,00 €. Luc, Eve : chacun te doit 30,00 €.",
            ),
            ("qui me doit de l'argent ?", "Luc te doit 30,00 €.\nEve te doit 30,00 €.\nEn tout on te doit 60,00 €."),
            ("Luc m'a remboursé 30", "Luc t'a remboursé 30,00 €. Luc et toi êtes quittes."),
        ),
        accounts=(
            (
                "j'ai viré 200 sur mon livret",
                "200,00 € de ton compte principal vers épargne. Épargne est un nouveau compte.",
            ),
            ("reçu mon salaire 2400", "2 400,00 € salaire, bien reçu."),
        ),
        correcting=(
            ("café 40", "40,00 € café."),
            ("non, 14 pas 40", "Changé : 40,00 € café devient 14,00 € café."),
            ("c'était hier", "Changé : 14,00 € café devient 14,00 € café, hier."),
        ),
        help=("aide", "Dis : café 4,50"),
        not_understood=("tu sais danser ?", "Je n'ai pas compris."),
        english="parle anglais",
        back="Annulé : la langue est de nouveau français.",
    ),
    "de": Speech(
        locale="de-DE",
        spending=(
            ("45,30 für Lebensmittel ausgegeben", "45,30 € Lebensmittel."),
            (
                "Budget 400 für Lebensmittel",
                "Budget gesetzt: 400,00 € Lebensmittel im Monat. 45,30 € ausgegeben diesen Monat, 11 %.",
            ),
            (
                "gestern hab ich Brot für 4,70 gekauft",
                "4,70 € Brot, gestern. Lebensmittel: 350,00 € von 400,00 € übrig diesen Monat.",
            ),
        ),
        breaking=(
            "350 für Lebensmittel ausgegeben",
            "Budget Lebensmittel: 100 % ausgegeben, 400,00 € von 400,00 € diesen Monat.",
        ),
        undoing=("rückgängig", "Rückgängig: 350,00 € Lebensmittel. 350,00 € von 400,00 € übrig diesen Monat."),
        question=("20 ausgegeben", "20,00 € Sonstiges. Welche Kategorie?"),
        choice="Lebensmittel",
        chosen="Geändert: 20,00 € Sonstiges ist jetzt 20,00 € Lebensmittel.",
        first=("Kaffee 45,30", "45,30 € Kaffee."),
        linked="Verbunden.",
        asked=("was habe ich diesen Monat ausgegeben?", "45,30 € ausgegeben diesen Monat.\nKaffee 45,30 €"),
        sharing=(
            (
                "teile 90 fürs Abendessen mit Bob und Cem",
                "90,00 € Abendessen. Dein Anteil: 30,00 €. Bob, Cem: alle schulden dir je 30,00 €.",
            ),
            (
                "wer schuldet mir Geld?",
                "Bob schuldet dir 30,00 €.\nCem schuldet dir 30,00 €.\nInsgesamt bekommst du noch 60,00 €.",
            ),
            ("Bob hat mir 30 zurückgezahlt", "Bob hat dir 30,00 € zurückgezahlt. Du und Bob seid quitt."),
        ),
        accounts=(
            (
                "200 aufs Sparkonto überwiesen",
                "200,00 € umgebucht: dein Hauptkonto -> Sparkonto. Sparkonto ist ein neues Konto.",
            ),
            ("Gehalt 2400 bekommen", "2.400,00 € Gehalt eingegangen."),
        ),
        correcting=(
            ("Kaffee 40", "40,00 € Kaffee."),
            ("nein, 14 nicht 40", "Geändert: 40,00 € Kaffee ist jetzt 14,00 € Kaffee."),
            ("das war gestern", "Geändert: 14,00 € Kaffee ist jetzt 14,00 € Kaffee, gestern."),
        ),
        help=("Hilfe", "Sag: Kaffee 4,50"),
        not_understood=("kannst du tanzen?", "Das habe ich nicht verstanden."),
        english="sprich Englisch",
        back="Rückgängig: die Sprache ist wieder Deutsch.",
    ),
}
