# Months as text and as weeks.
import calendar

print(calendar.month(2024, 2), end='')
print(calendar.monthcalendar(2024, 2)[0], calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2024), calendar.weekday(2024, 1, 1), repr(calendar.weekday(2024, 1, 1)))
print(calendar.day_name[0], calendar.month_abbr[12], calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 5), end='')
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as error:
    print(error)
