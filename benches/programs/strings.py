def render(limit):
    lines = []
    for number in range(limit):
        name = "item " + str(number)
        lines.append(f"{name:>12}: {number * 0.5:.2f} {name.upper()}")
    return "\n".join(lines)


def parse(text):
    total = 0
    for line in text.split("\n"):
        name, rest = line.strip().split(": ")
        if name.startswith("item") and not rest.endswith("?"):
            total += int(name[5:]) + len(rest.replace("ITEM", "x"))
    return total


parse(render(40_000))
