class Odd(Exception):
    pass


def check(number):
    if number % 2:
        raise Odd(number)
    return number


def total(limit):
    result = 0
    for number in range(limit):
        try:
            result += check(number)
        except Odd as error:
            result -= error.args[0]
        finally:
            result += 1
    for number in range(limit):
        try:
            {}[number]
        except KeyError:
            result += 1
    return result


total(100_000)
