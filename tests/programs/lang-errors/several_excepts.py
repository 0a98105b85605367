def attempt(action):
    try:
        action()
    except ZeroDivisionError:
        print("division")
    except (KeyError, IndexError) as error:
        print("lookup", type(error).__name__, error)
    except Exception as error:
        print("other", type(error).__name__, error)
    except:
        print("bare")


def stop():
    raise SystemExit(1)


for action in (lambda: 1 / 0, lambda: {}["k"], lambda: [][0], lambda: int("x"), stop):
    attempt(action)
