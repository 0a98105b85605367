for i in range(4):
    for j in range(4):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j, end="; ")
    else:
        print("inner ran out")
print()
print(i, j)
