def add(*numbers):
    return sum(numbers)


total = add(
    1,
    2,
    "three",
)
