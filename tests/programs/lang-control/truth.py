class Empty:
    def __len__(self):
        return 0


class No:
    def __bool__(self):
        return False


for value in (0, 0.0, "", [], (), {}, set(), None, False, range(0), Empty(), No()):
    print("true" if value else "false", end=" ")
print()
for value in (1, -1, 0.1, " ", [0], (0,), {0: 0}, {0}, True, range(1), object()):
    print("true" if value else "false", end=" ")
print()
