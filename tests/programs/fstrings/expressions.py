name, n, values = "Ada", 3, [1, 2]
print(f"{name} {n + 1} {values[0]} {len(name)} {name.upper()} {'yes' if n else 'no'} {[x * 2 for x in values]}")
print(f"{{braces}} {n}{n} {{{n}}}", f"{name!r} {name!s} {'é'!a}", f"", f"{'nested ' + f'{n}'}")
print(f"{values!r:>10}|{None}|{True}|{1.0}|{(1, 2)}|{ {'a': 1} }")
print(f'{"quotes"} {'same quotes'}', f"{n:{n}}|", f"{(lambda x: x * 2)(4)}")
print(f"multi {
    n
} line", f"""triple {n}
next {name}""", "a" f"{n}" "b")
