# `__index__`, `__bool__`, `__len__`, `__format__`, `__contains__` and their like.
class I:
    def __index__(s): return 2
    def __int__(s): return 7
    def __float__(s): return 1.5
    def __complex__(s): return 1j
print([1,2,3][I()], hex(I()), range(I()), int(I()), float(I()), "ab" * I(), bin(I()), [0, 1, 2, 3][:I()], round(2.12345, I()), chr(97 + I().__index__()))
class B:
    def __bool__(s): return 1
try: bool(B())
except TypeError as e: print(e)
class Le:
    def __len__(s): return -1
try: len(Le())
except ValueError as e: print(e)
class Fm:
    def __format__(s, spec): return f"<{spec}>"
print(f"{Fm():abc}", format(Fm(), "x"), "{:y}".format(Fm()), f"{Fm()}", f"{Fm()!s:>3}" if 0 else "")
class Co:
    def __contains__(s, x): return "yes"
print(1 in Co(), 1 not in Co())
class Rv:
    def __reversed__(s): return iter([3,2,1])
    def __length_hint__(s): return 3
print(list(reversed(Rv())))
class Sq:
    def __getitem__(s, i):
        if i > 2: raise IndexError
        return i * 10
    def __len__(s): return 3
print(list(Sq()), 20 in Sq(), list(reversed(Sq())), Sq()[1:2] if 0 else "", [*Sq()])
class Call:
    def __call__(s, *a, **k): return a, k
print(Call()(1, b=2), callable(Call()), callable(Sq()), list(map(Call(), [1])))
class H:
    def __hash__(s): return 2**70
print(hash(H()) == hash(2**70), {H(): 1}.__len__())
class G:
    def __getitem__(s, k): return k
g = G(); print(g[1:2], g[1, 2], g[...], g[1:2, ::3], g[:], g["a"])
