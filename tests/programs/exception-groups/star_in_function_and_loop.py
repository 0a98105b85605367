def sort_out(errors):
    found = []
    for error in errors:
        try:
            raise error
        except* ValueError as group:
            for one in group.exceptions:
                if one.args == (0,):
                    continue
                found.append(one)
                if len(found) > 2:
                    break
        except* TypeError:
            found.append("type")
    return found


print(sort_out([ValueError(0), ExceptionGroup("g", [ValueError(1), TypeError(2)]), TypeError(3), ValueError(4)]))
