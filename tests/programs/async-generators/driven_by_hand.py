async def gen():
    received = yield 1
    print("received", received)
    yield 2


agen = gen()
step = agen.__anext__()
try:
    step.send(None)
except StopIteration as error:
    print("yielded", error.value)
step = agen.asend("value")
try:
    next(step)
except StopIteration as error:
    print("yielded", error.value)
step = agen.asend(None)
try:
    step.send(None)
except StopAsyncIteration as error:
    print("over", error.args)
step = agen.aclose()
try:
    step.send(None)
except StopIteration as error:
    print("closed", error.value)
try:
    step.send(None)
except RuntimeError as error:
    print(error)
