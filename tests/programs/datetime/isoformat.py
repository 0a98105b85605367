from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 3, 9, 7, 5, 3, 42)
print(moment.isoformat(), moment.isoformat(' '), moment, str(moment.replace(microsecond=0)))
for spec in ['auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds']:
    print(moment.isoformat(timespec=spec), moment.time().isoformat(spec))
print(moment.replace(tzinfo=timezone(timedelta(hours=-3, minutes=-30))).isoformat(), date(2024, 3, 9).isoformat())
print(moment.astimezone(timezone(timedelta(hours=1, seconds=7))))
print(time(1, 2, tzinfo=timezone.utc).isoformat())
