import math

print([power for power in range(3000) if math.log2(2 ** power) != power])
print([power for power in range(600) if math.log10(10 ** power) != power])
print(math.log2(2 ** 100 + 1), math.log10(3 ** 1000), math.log(10 ** 400), math.log(10 ** 400, 10))
