total = 0
name = "global"


def add(n):
    global total, created
    total += n
    created = f"by add({n})"


def shadow():
    name = "local"
    return name


add(2)
add(3)
print(total, created, shadow(), name)
