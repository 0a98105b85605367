from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 3, 9, 17, 5, 3, 42, timezone(timedelta(hours=2)))
print(moment.strftime('%Y-%m-%d %H:%M:%S.%f %z %:z %Z'))
print(moment.strftime('%a %A %b %B %d %-d %e %I:%M %p %y %j %U %W %V %G %u %w %%'))
print(moment.strftime('%c | %x | %X | %D | %T | %F'))
print(f'{moment:%H:%M}', f'{moment.date():%d/%m/%y}', f'{time(3, 4):%H-%M}', f'{date(2024, 1, 1)}', f'{moment:}')
print('{:%B %d, %Y}'.format(moment), moment.ctime(), date(2024, 1, 1).ctime())
print(repr(datetime(2024, 1, 1).strftime('%z%Z')), datetime(2024, 1, 1).strftime(''))
