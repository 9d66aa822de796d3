"""What people are to each other, in PAM's one word for it whichever language it was said in.

Where English has one word and the others two, "female friend" is her word for the second.
"""

from bot.domain.taxonomy import fold

_WORDS = {
    "mother": "mother mom mum mommy mummy mama madre mere maman mutter mutti",
    "father": "father dad daddy papa padre pere vater vati",
    "sister": "sister sis hermana soeur sœur schwester",
    "brother": "brother bro hermano frere bruder",
    "daughter": "daughter hija fille tochter",
    "son": "son hijo fils sohn",
    "child": "child kid baby enfant kind",
    "wife": "wife esposa mujer epouse femme ehefrau frau",
    "husband": "husband hubby esposo marido mari epoux ehemann mann",
    "partner": "partner pareja conjoint conjointe compagnon compagne partnerin lebensgefahrte lebensgefahrtin",
    "girlfriend": "girlfriend novia copine petite-amie",
    "boyfriend": "boyfriend novio copain petit-ami",
    "fiancee": "fiancee prometida verlobte",
    "fiance": "fiance prometido verlobter",
    "grandmother": "grandmother grandma gran granny nan nana abuela grand-mere mamie grossmutter oma",
    "grandfather": "grandfather grandpa grandad granddad abuelo grand-pere papi papy grossvater opa",
    "granddaughter": "granddaughter nieta petite-fille enkelin enkeltochter",
    "grandson": "grandson nieto petit-fils enkel enkelsohn",
    "aunt": "aunt auntie aunty tia tante tata",
    "uncle": "uncle tio oncle tonton onkel",
    "niece": "niece sobrina nichte",
    "nephew": "nephew sobrino neveu neffe",
    "cousin": "cousin primo vetter",
    "female cousin": "cousine prima kusine",
    "mother-in-law": "mother-in-law suegra belle-mere schwiegermutter",
    "father-in-law": "father-in-law suegro beau-pere schwiegervater",
    "sister-in-law": "sister-in-law cunada belle-soeur belle-sœur schwagerin",
    "brother-in-law": "brother-in-law cunado beau-frere schwager",
    "stepmother": "stepmother stepmom stepmum madrastra stiefmutter",
    "stepfather": "stepfather stepdad padrastro stiefvater",
    "godmother": "godmother madrina marraine patentante",
    "godfather": "godfather padrino parrain patenonkel",
    "friend": "friend buddy mate pal amigo ami pote freund kumpel",
    "female friend": "amiga amie freundin",
    "flatmate": "flatmate roommate housemate colocataire coloc mitbewohner",
    "female flatmate": "mitbewohnerin",
    "neighbour": "neighbour neighbor vecino voisin nachbar",
    "female neighbour": "vecina voisine nachbarin",
    "boss": "boss manager jefe chef patron",
    "female boss": "jefa cheffe patronne chefin",
    "colleague": "colleague coworker co-worker colega companero collegue kollege arbeitskollege",
    "female colleague": "companera kollegin arbeitskollegin",
    "landlord": "landlord casero proprietaire vermieter",
    "landlady": "landlady casera vermieterin",
    "accountant": "accountant contable contadora contador comptable steuerberater steuerberaterin buchhalter",
    "dog": "dog perro perra chien chienne hund hundin",
    "cat": "cat gato gata chat chatte katze kater",
}

_RELATION_OF = {fold(word): relation for relation, words in _WORDS.items() for word in words.split()}
RELATIONS = frozenset(_WORDS)


def relation_of(word: str) -> str:
    """PAM's word for a relation said in any language she speaks, "" where it is none."""
    key = fold(word)
    return key if key in RELATIONS else _RELATION_OF.get(key.replace(" ", "-"), "")


def wording_key(relation: str) -> str:
    """Under which it stands among PAM's words."""
    return "relation." + relation.replace("-", "_").replace(" ", "_")
