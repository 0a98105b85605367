print(end="", end="x")
