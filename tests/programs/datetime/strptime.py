from datetime import datetime

for text, form in [
    ('2024-03-09', '%Y-%m-%d'), ('09/03/24 17:05', '%d/%m/%y %H:%M'), ('Mar 9, 2024', '%b %d, %Y'),
    ('5:07 pm', '%I:%M %p'), ('20240309170503', '%Y%m%d%H%M%S'), ('2024-03-09T17:05:03.25+0530', '%Y-%m-%dT%H:%M:%S.%f%z'),
    ('Saturday 9 march 2024', '%A %d %B %Y'), ('69 2023', '%j %Y'), ('2024-03-09   17', '%Y-%m-%d %H'),
    ('2024-03-09 UTC', '%Y-%m-%d %Z'), ('2024 10 6', '%G %V %u'), ('100%', '%H0%%'),
]:
    try:
        print(repr(datetime.strptime(text, form)))
    except ValueError as error:
        print(error)
for text, form in [('x', '%Y'), ('2024-01-01 ', '%Y-%m-%d'), ('2024', '%Q'), ('2024', '%'), ('2024-02-30', '%Y-%m-%d')]:
    try:
        datetime.strptime(text, form)
    except ValueError as error:
        print(error)
