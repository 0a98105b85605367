z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * z, z / 2, z == 3 + 4j, 1j**2, complex(1, -1))
