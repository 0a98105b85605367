n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print(n)
else:
    print("ran out")
while True:
    n += 1
    if n > 5:
        break
else:
    print("never printed")
print(n)
