class wait:
    def __await__(self):
        got = yield "waiting"
        return got


async def gen():
    try:
        got = await wait()
        print("got", got)
        yield got
    except ValueError as error:
        print("caught", error)
        yield "after"


agen = gen()
step = agen.__anext__()
print(step.send(None))
try:
    step.send("hello")
except StopIteration as error:
    print("yielded", error.value)
agen2 = gen()
step = agen2.__anext__()
print(step.send(None))
try:
    step.throw(ValueError("thrown in"))
except StopIteration as error:
    print("yielded", error.value)
step = agen2.aclose()
try:
    step.send(None)
except StopIteration as error:
    print("closed", error.value)
