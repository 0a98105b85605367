from datetime import date, datetime, time

for text in ['2024-03-09', '2024-03-09T07:05', '2024-03-09 07:05:03', '2024-03-09T07:05:03.5', '20240309T070503',
             '2024-03-09T07:05:03.123456+05:30', '2024-03-09T07:05Z', '2024-W10-6', '2024W106T07', '2024-03-09T07:05:03,25']:
    print(text, '->', repr(datetime.fromisoformat(text)))
print(repr(date.fromisoformat('2024-03-09')), repr(date.fromisoformat('20240309')), repr(time.fromisoformat('07:05')))
print(repr(time.fromisoformat('T070503.25+01:00')))
for text in ['', 'x', '2024-3-9', '2024-03-09T', '2024-03-09T7:05', '2024-13-01', '2024-03-09T25:00', '2024-03-09T07:05+1']:
    try:
        print(datetime.fromisoformat(text))
    except ValueError as error:
        print(error)
