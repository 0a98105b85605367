from datetime import date, datetime, timedelta, timezone

a, b = datetime(2024, 1, 1, 12), datetime(2024, 1, 1, 13)
aware = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
india = datetime(2024, 1, 1, 17, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(a < b, a == b, a != b, max(a, b), sorted([b, a]), aware == india, hash(aware) == hash(india), aware <= india)
print(a == aware, a == date(2024, 1, 1), date(2024, 1, 1) < date(2024, 1, 2), {a: 1}[datetime(2024, 1, 1, 12)])
for wrong in [lambda: a < aware, lambda: aware - a, lambda: a < date(2024, 1, 1), lambda: a > 3]:
    try:
        print(wrong())
    except TypeError as error:
        print(error)
