x, name = 3.14159, "Ada"
print(f"{x=} {name=} {x=:.2f} {name=!s} { x = } {x + 1 = }")
print(f"{len(name)=} {[1, 2]=} {name.upper()=:>6}")
