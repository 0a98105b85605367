value = 1
def f():
    counter = 5
    print(conter)
f()
