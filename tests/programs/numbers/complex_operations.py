# Complex numbers: arithmetic, text, formats, errors.
a = 3 + 4j; b = complex(1, -2)
print(a, b, a + b, a - b, a * b, a / b, a ** 2, abs(a), a.real, a.imag, a.conjugate(), -a, +a, a == 3 + 4j, a != b, complex("1+2j"), complex(3), complex("j"), 1j * 1j, a + 1, 2 - a, 3.5 * a, bool(0j), hash(3 + 0j) == hash(3), repr(complex(-0.0, 1)), 1e20j, 1 / a, a ** 0.5, 2 ** a, f"{a:.2f}", f"{a}", str(-1j), complex(1.5, float("inf")), complex(float("nan"), 1), type(a), isinstance(a, complex), sum([1j, 2]), pow(a, 2), 0j, -0j, (1+2j) - (1+2j), 1j == 1j, {1j: 1}[1j], a == 5, 3 == 3 + 0j, complex(), round(abs(1+1j), 3))
for f in [lambda: a < b, lambda: int(a), lambda: float(a), lambda: a // b, lambda: a % b, lambda: complex("x"), lambda: 1 / 0j, lambda: a + "s", lambda: divmod(a, b), lambda: round(a), lambda: complex(1, "2"), lambda: a.foo, lambda: complex("1+2j", 3), lambda: 0j ** -1, lambda: f"{a:d}"]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(a.__add__(1), {a}, [a, b], (1j,), "%s" % a, "{:.1f}".format(a), a is a, (1+2j).__class__.__name__, complex(b), 1_0j, 0x10 + 1j, max([1, 2], key=lambda v: abs(v * 1j)), f"{1+2j:>10}|", f"{1+2j:+.1e}")
match 1 + 2j:
    case 1 + 2j: print("matched")
import math
