def run(commands):
    position = 0
    for command in commands:
        match command.split():
            case ["go", ("north" | "south") as where]:
                position += 1 if where == "north" else -1
            case ["skip"]:
                continue
            case ["stop"]:
                break
            case ["jump", *steps]:
                position += sum(int(step) for step in steps)
            case []:
                pass
            case _:
                return f"unknown: {command}"
        print(position)
    return position


print(run(["go north", "skip", "", "jump 1 2 3", "go south", "stop", "go north"]))
print(run(["fly"]))
