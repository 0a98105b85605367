from datetime import date, datetime, timedelta

start = datetime(2024, 2, 28, 23, 30)
print(start + timedelta(hours=1), start - timedelta(days=60), timedelta(days=1) + start)
print(datetime(2024, 3, 1) - start, start - datetime(2024, 3, 1))
print(date(2024, 2, 28) + timedelta(days=2), date(2024, 3, 1) - date(2024, 1, 1), date(2024, 1, 1) - timedelta(1))
print(date(2024, 1, 1) + timedelta(hours=36))
for wrong in [lambda: start + start, lambda: start - 3, lambda: 3 - start, lambda: date(2024, 1, 1) + 1,
              lambda: datetime.max + timedelta(1), lambda: start - date(2024, 1, 1)]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
