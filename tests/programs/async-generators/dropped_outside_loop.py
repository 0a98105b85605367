async def numbers():
    try:
        yield 1
    finally:
        print("closed at once")


agen = numbers()
try:
    agen.asend(None).send(None)
except StopIteration as error:
    print("yielded", error.value)
del agen
print("after del")
