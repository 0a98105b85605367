# Keywords of builtin functions that are nearly right.
cases = [
    lambda: print(sepp=1),
    lambda: sorted([1], kye=1),
    lambda: int("1", bas=2),
    lambda: "a".split(spe=1),
    lambda: [1].sort(reversed=1),
    lambda: round(1, ndigit=2),
    lambda: sum([1], strat=2),
    lambda: b"".decode(encodin="x"),
    lambda: open(fil=1),
    lambda: max([1], ky=1),
    lambda: zip([1], stric=1),
    lambda: "a".encode(eror=1),
    lambda: int(bas=1),
    lambda: property(fgt=1),
    lambda: (1).to_bytes(lenght=1),
    lambda: pow(1, 2, mood=3),
    lambda: bytes(sourc=1),
    lambda: str(objec=1),
    lambda: "a".expandtabs(tabsiz=1),
    lambda: "a".replace("a", "b", cout=1),
    lambda: "a".splitlines(keepend=1),
]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__, e)
