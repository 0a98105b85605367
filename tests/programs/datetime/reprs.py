from datetime import date, datetime, time, timedelta, timezone

print(repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 1, 2, 3)), repr(datetime(2024, 1, 1, 0, 0, 0, 5)))
print(repr(datetime(2024, 1, 1, tzinfo=timezone.utc)), repr(datetime(2024, 1, 1, fold=1)))
print(repr(date(2024, 2, 29)), repr(time(1, 2)), repr(time(1, 2, 3)), repr(time(1, tzinfo=timezone.utc)))
print(repr(timedelta()), repr(timedelta(1, 2, 3)), repr(timedelta(hours=-1)))
print(repr(timezone.utc), repr(timezone(timedelta(hours=2))), repr(timezone(timedelta(hours=-5), 'EST')))
print(timezone.utc, timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-5), 'EST'))
print([datetime(2024, 1, 1), date(2024, 1, 1)], {'at': time(1)})
print(datetime, date, timedelta, type(timezone.utc), datetime.__module__)
