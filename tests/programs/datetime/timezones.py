from datetime import datetime, timedelta, timezone, tzinfo

utc = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
tokyo = timezone(timedelta(hours=9), 'JST')
print(utc.astimezone(tokyo), utc.astimezone(tokyo).tzname(), utc.utcoffset(), utc.tzinfo)
print(datetime(2024, 6, 1, 12).astimezone(tokyo), datetime(2024, 6, 1, 12).astimezone().tzinfo)
print(utc.astimezone(tokyo) - utc, utc.replace(tzinfo=tokyo), utc.replace(tzinfo=None), utc.timestamp())
print(datetime.fromtimestamp(0, tokyo), datetime.fromtimestamp(1704067200.123456), utc.utctimetuple().tm_hour)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return 'CEST'


print(utc.astimezone(Summer()), utc.astimezone(Summer()).strftime('%Z %z'), utc.astimezone(Summer()).dst())
try:
    tzinfo().utcoffset(utc)
except NotImplementedError as error:
    print(error)
