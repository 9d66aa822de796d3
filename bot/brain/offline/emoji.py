"""Emoji that stand for a category or a greeting."""

_CATEGORIES = {
    "coffee": "☕", "tea": "🍵🫖", "pizza": "🍕", "burger": "🍔", "fast food": "🍟", "sushi": "🍣🍱", "taco": "🌮🌯", "ramen": "🍜",
    "eating out": "🍽🍴🥘🍝🍛🍲🥗", "groceries": "🛒🥦🥕🍎🍞🥛🥚🧀🍌🥑🍅", "sweets": "🍫🍬🍭", "ice cream": "🍦🍨🍧", "cake": "🎂🍰🧁",
    "donut": "🍩", "cookie": "🍪", "beer": "🍺🍻", "wine": "🍷", "drinks": "🍸🍹🥂🍾", "fuel": "⛽", "taxi": "🚕🚖", "car": "🚗🚙🔧",
    "bus": "🚌🚍", "train": "🚆🚂🚄🚉", "metro": "🚇", "tram": "🚊🚋", "bike": "🚲🚴", "parking": "🅿", "flights": "✈🛫🛬", "hotel": "🏨",
    "travel": "🏖🏝🧳🌴", "rent": "🏠🏡", "electricity": "💡⚡🔌", "water bill": "🚰", "phone": "📱📞☎", "internet": "🌐📶", "clothes": "👕👚👗👖🧥",
    "shoes": "👟👠👞👢", "shopping": "🛍", "haircut": "💇💈", "cosmetics": "💄💅", "pharmacy": "💊", "doctor": "🏥🩺", "dentist": "🦷", "gym": "🏋💪",
    "gifts": "🎁", "flowers": "💐🌹🌸", "movies": "🎬🍿🎥", "concert": "🎸🎤🎶🎵", "tickets": "🎫🎟", "games": "🎮🕹", "books": "📚📖📕", "pets": "🐶🐱🐕🐈🐾",
    "baby": "👶🍼", "education": "🎓🏫", "laundry": "🧺", "cleaning": "🧹🧼", "furniture": "🛋🛏", "laptop": "💻🖥",
}  # fmt: skip
CATEGORY_OF = {mark: category for category, marks in _CATEGORIES.items() for mark in marks}
HELLOS = frozenset("👋🙋")
THANKS = frozenset("🙏❤💕😘🫶")
