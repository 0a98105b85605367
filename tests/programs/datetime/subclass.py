from datetime import date, datetime, timedelta


class Stamp(datetime):
    def short(self):
        return f'{self:%H:%M}'


stamp = Stamp(2024, 1, 2, 3, 4)
stamp.note = 'kept'
print(repr(stamp), stamp.short(), stamp.note, type(stamp + timedelta(1)).__name__, type(stamp.replace(day=1)).__name__)
print(repr(Stamp.now()), isinstance(stamp, date), issubclass(datetime, date), stamp == datetime(2024, 1, 2, 3, 4))
