class Thing:
    def method(self, a):
        return a

    def forgot():
        pass


t = Thing()
for call in (
    lambda: t.method(),
    lambda: t.method(1, 2),
    lambda: t.forgot(),
    lambda: Thing.method(1),
    lambda: Thing(5),
    lambda: t(),
    lambda: t[0],
    lambda: len(t),
    lambda: iter(t),
    lambda: t < t,
    lambda: t + t,
    lambda: -t,
):
    try:
        print(call())
    except TypeError as error:
        print(error)
