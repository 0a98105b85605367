def flow(action):
    steps = []
    try:
        steps.append("try")
        if action == "raise":
            raise ValueError
        if action == "return":
            return steps
        steps.append("end of try")
    except ValueError:
        steps.append("except")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    steps.append("after")
    return steps


for action in ("nothing", "raise", "return"):
    print(action, flow(action))
