from datetime import date, datetime, time, timedelta

for wrong in [lambda: timedelta(hour=1), lambda: datetime(2024, 1, 1, hours=3), lambda: time(hours=1), lambda: date(2024, 1, 1, dya=1),
              lambda: datetime.now().replace(hours=1), lambda: date.today().replace(hour=1), lambda: time(1).replace(foo=1),
              lambda: datetime.now().isoformat(foo=1), lambda: datetime('2024-01-01'), lambda: date(2024, 1)]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
