from datetime import date, datetime, time, timedelta, timezone

for wrong in [
    lambda: date(2024, 13, 1), lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 24),
    lambda: datetime(2024, 1, 1, 0, 60), lambda: time(0, 0, 60), lambda: time(0, 0, 0, 10**6), lambda: date(),
    lambda: datetime(2024), lambda: date('2024', 1, 1), lambda: date(2024.0, 1, 1),
    lambda: datetime(2024, 1, 1, tzinfo='UTC'), lambda: timezone(3), lambda: timezone(timedelta(days=1)),
    lambda: datetime.now('UTC'), lambda: datetime.fromtimestamp('0'), lambda: datetime.fromtimestamp(1e12),
    lambda: datetime.now().foo, lambda: datetime.foo, lambda: setattr(datetime.now(), 'year', 1),
    lambda: datetime.now()(), lambda: datetime.now()[0], lambda: datetime.now().replace(month=13),
]:
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
