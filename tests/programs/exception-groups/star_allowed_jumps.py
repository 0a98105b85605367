def f():
    try:
        raise ValueError(1)
    except* ValueError:
        def g():
            return "inner return"

        for i in range(3):
            if i == 1:
                break
        while True:
            break
        print(g(), i)
    return "after"


print(f())
