class Once:
    def __await__(self):
        yield "once"

async def inner():
    try:
        await Once()
    except GeneratorExit:
        print("inner swallows it")
    return 1

async def outer():
    try:
        print("went on with", await inner())
    except GeneratorExit:
        print("outer gets it all the same")
        raise

c = outer()
c.send(None)
c.close()
c = outer()
c.send(None)
try:
    c.throw(GeneratorExit())
except GeneratorExit:
    print("thrown")

def gi():
    try:
        yield 1
    except GeneratorExit:
        print("gi swallows")
def go():
    try:
        yield from gi()
        print("went on")
    except GeneratorExit:
        print("go gets it")
        raise
g = go(); next(g); g.close()
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print("It closed")
    def throw(self, *a): print("It thrown")
def gi2():
    try:
        yield from It()
    except GeneratorExit:
        print("gi2 gets it")
        raise
g = gi2(); next(g); g.close()
g = gi2(); next(g); 
try: g.throw(GeneratorExit)
except GeneratorExit: print("out")
