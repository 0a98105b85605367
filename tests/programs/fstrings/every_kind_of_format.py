# Format specs, conversions, `%` and `str.format`, and their errors.
x = 3.14159; n = 42; s = "hi"; d = {"k": [1, 2]}
w = 10; p = 3
print(f"{x:.2f} {x:{w}.{p}f}| {n:>{w}}| {n:<5}| {n:^7}| {n:+d} {n:#x} {n:#b} {n:#o} {n:08.3f} {n:,} {1234567:,} {1234567.891:,.2f} {1234567:_} {s!r} {s!s:>5} {s!a} {d['k'][0]} {n=} {x = :.2f} {s=!s} {n + 1 = } {d=}")
print(f"{'nested ' + f'{n:{w}}'}" f" concat" " plain {not}")
print(f"{{literal}} {n!r:>5} {x:e} {x:g} {x:%} {x:10.3e}| {-x:=+10.2f} {True} {None} {[1,2]} {(1,)}")
print(f"{lambda_:d}" if (lambda_ := 5) else "", f"{(lambda q: q*2)(3)}", f"{n:c}" , f"{'a' if n else 'b'}", f"{ {'a': 1}['a'] }", f'{"quotes"}', f"{d["k"]}")
print(f"{n:{'>' if n else '<'}{8}}|", f"{s:*^10}", f"{s:10}|", f"{3:.2%}", f"{1e10}", f"{1e16}", f"{1.0}", f"{0.1+0.2}", f"{100000000000000000000}", f"{1e-5}", f"{123456789.0:g}", f"{0.00001234:g}", f"{float('inf')} {float('nan')} {-0.0}")
print(f"""multi
{n}
line""")
print("%s %d %5.2f %-5s| %05d %x %o %e %r %% %c %+d %i %s" % ("a", 3, 2.5, "b", 42, 255, 8, 12345.678, "q", "z", 5, 7, [1]), "%(a)s %(b)03d" % {"a": 1, "b": 2}, "%s" % None, "%s" % (1,), "%*d" % (5, 3), "%.3s" % "abcdef", "%5s|%-5s|" % ("a", "b"))
print("{} {1}".format(1, 2) if 0 else "{0} {1} {0}".format(1, 2), "{a} {b:>5}".format(a=1, b="x"), "{:>{w}}".format("a", w=4), "{0[0]} {1.real} {d[k]}".format([1], 2, d={"k": 3}), "{!r:>5}".format("a"), "{:,}".format(10**9), "{:%}".format(.5), "{:b}".format(5), "{0:<10}|{0:^10}|{0:>10}|".format("mid"))
for bad in ["{} {}", "{0} {}", "{x}", "{", "}", "{0.foo}", "{:d}", "{:z}"]:
    try: print(bad.format("1"))
    except Exception as e: print(type(e).__name__, e)
for v, spec in [(3, "s"), ("a", "d"), (1.5, "d"), ("a", "+"), (1, "x>>"), ("a", "=5"), (1, ".2"), (1, ",s"), ("a", ","), (1.5, "x"), ([], "5"), (None, "x")]:
    try: print(format(v, spec))
    except Exception as e: print(type(e).__name__, e)
for f, a in [("%d", "a"), ("%s %s", (1,)), ("%s", (1, 2)), ("%z", 1), ("%(a)s", 1), ("%(a)s", {}), ("%c", "ab"), ("%x", 1.5), ("%d", None), ("abc", 1), ("%", 1)]:
    try: print(f % a)
    except Exception as e: print(type(e).__name__, e)
