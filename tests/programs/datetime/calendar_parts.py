from datetime import MAXYEAR, MINYEAR, date, datetime, time

day = date(2024, 12, 30)
print(day.weekday(), day.isoweekday(), day.isocalendar(), day.isocalendar().week, day.toordinal())
print(date.fromordinal(738886), date.fromisocalendar(2025, 1, 1), day.timetuple())
print(day.replace(day=1), datetime(2024, 1, 1, 5).replace(hour=6, minute=7), datetime.combine(day, time(8, 9)))
moment = datetime(2024, 12, 30, 8, 9)
print(moment.date(), moment.time(), moment.timetuple().tm_yday, moment.weekday())
print(MINYEAR, MAXYEAR, date.min, date.max, datetime.min, datetime.max, time.min, time.max)
match moment:
    case datetime(year=2024, month=month):
        print('month', month)
