class Store:
    def __init__(self):
        self.log = []

    def __getitem__(self, key):
        self.log.append(("get", key))
        return key

    def __setitem__(self, key, value):
        self.log.append(("set", key, value))

    def __delitem__(self, key):
        self.log.append(("del", key))


s = Store()
s[1]
s["a"] = 2
s[1:2]
s[1:2, ::3]
s[0] += 5
del s[0]
for entry in s.log:
    print(entry)
