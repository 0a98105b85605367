# Closed while it awaits aclose() or athrow().
class Once:
    def __await__(self):
        yield "once"

async def ticks():
    try:
        yield 1
    finally:
        await Once()
        print("not printed")

async def ticks2():
    try:
        yield 1
    finally:
        try:
            await Once()
        except GeneratorExit:
            print("swallowed in ticks2")
async def ticks3():
    try:
        yield 1
    finally:
        try:
            await Once()
        except GeneratorExit:
            print("awaits again in ticks3")
            await Once()
async def ticks4():
    try:
        yield 1
    finally:
        try:
            await Once()
        except GeneratorExit:
            raise ValueError("ticks4")

for each in ticks, ticks2, ticks3, ticks4:
    for how in "aclose", "athrow":
        async def closes():
            generator = each()
            await anext(generator)
            try:
                if how == "aclose":
                    await generator.aclose()
                else:
                    await generator.athrow(KeyError)
                print("went on")
            except BaseException as error:
                print("closes gets", repr(error), repr(error.__context__))
                raise
        print(each.__name__, how)
        c = closes()
        c.send(None)
        try:
            c.close()
        except RuntimeError as error:
            print("close", repr(error))
        except Exception as error:
            print("close", repr(error))
