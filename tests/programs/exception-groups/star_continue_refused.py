for x in [1]:
    try:
        pass
    except* ValueError:
        if x:
            continue
