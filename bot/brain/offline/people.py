"""Words for other people."""

PERSONS = frozenset(
    "friend friends husband wife brother sister boss neighbor neighbour colleague roommate flatmate boyfriend "
    "girlfriend son daughter uncle aunt cousin "
    "coworker partner mom dad mum mother father guy man woman people someone somebody everyone he she they who you "
    "kid parents landlord government company "
    "nobody anyone president country city team girl boy buddy mate politician celebrity ex them him her".split()
)
RELATIVES = frozenset("grandma grandpa nan granny gran aunty auntie nana granddad grandad client work job".split())
