class Once:
    def __await__(self):
        yield "once"

async def inner():
    try:
        await Once()
    except GeneratorExit:
        print("inner awaits again")
        await Once()
        print("inner goes on")

async def outer():
    try:
        await inner()
    except BaseException as error:
        print("outer gets", repr(error), repr(error.__context__))
        raise

c = outer()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print("close:", repr(error), repr(error.__context__))
c = outer()
c.send(None)
try:
    c.throw(GeneratorExit("given"))
except RuntimeError as error:
    print("throw:", repr(error), repr(error.__context__))

async def twice():
    try:
        await outer()
    except RuntimeError as error:
        print("twice swallows", repr(error), repr(error.__context__))
        await Once()

c = twice()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print("close:", repr(error), repr(error.__context__))
c = twice()
c.send(None)
print(c.throw(GeneratorExit("given")))
try:
    c.send(None)
except StopIteration:
    print("twice is over")

kept = inner()
async def holds():
    try:
        await kept
    except RuntimeError as error:
        print("holds", repr(error))
c = holds()
c.send(None)
c.close()
try:
    kept.send(None)
except StopIteration:
    print("kept is over")

def yields():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def delegates():
    try:
        yield from yields()
    except BaseException as error:
        print("delegates gets", repr(error))
        raise KeyError from None
g = delegates()
next(g)
try:
    g.close()
except KeyError as error:
    print(repr(error), repr(error.__context__))

async def raises():
    try:
        await Once()
    finally:
        raise ValueError("raises")
async def over():
    try:
        await raises()
    except ValueError as error:
        print(repr(error), repr(error.__context__))
        return
c = over()
c.send(None)
print(c.close())

