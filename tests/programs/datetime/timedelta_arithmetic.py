from datetime import timedelta

a, b = timedelta(hours=3), timedelta(minutes=50)
print(a + b, a - b, b - a, -a, abs(b - a), a * 2, 1.5 * b, a / 2, a / 0.7, a // 7)
print(a / b, a // b, a % b, divmod(a, b))
print(a > b, a == timedelta(minutes=180), sum([a, b], timedelta()), max(a, b), sorted([a, b]))
print(timedelta(microseconds=1) / 2, timedelta(microseconds=3) / 2, timedelta(microseconds=5) * 0.5)
for wrong in [lambda: a + 1, lambda: a < 1, lambda: a / 0, lambda: a // timedelta(), lambda: timedelta('x'),
              lambda: timedelta(days=10**9), lambda: a * 'x', lambda: a.hours]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
