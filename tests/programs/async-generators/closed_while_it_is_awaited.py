# Who awaits a step of an asynchronous generator is closed: the generator is, first; then it gets its own GeneratorExit.
class Once:
    def __await__(self):
        yield "once"


async def ticks():
    try:
        await Once()
        yield 1
    except GeneratorExit:
        print("ticks is closed")
async def ticks_await():
    try:
        await Once()
        yield 1
    except GeneratorExit:
        print("ticks_await is closed")
        await Once()
async def ticks_yields():
    try:
        await Once()
        yield 1
    except GeneratorExit:
        print("ticks_yields is closed")
        yield 2
for each in ticks, ticks_await, ticks_yields:
    async def loops():
        try:
            async for i in each():
                print("got", i)
            print("for ends")
        except BaseException as error:
            print("loops gets", repr(error), repr(error.__context__))
            raise
    c = loops()
    c.send(None)
    try:
        c.close()
    except RuntimeError as error:
        print("close", repr(error))
