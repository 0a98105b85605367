def run():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as error:
        print("caught", error)
        try:
            return "value"
        finally:
            print("finally before return")
    finally:
        print("outer finally")


print(run())
