from datetime import timedelta

for delta in [
    timedelta(seconds=1), timedelta(seconds=0.5), timedelta(minutes=90), timedelta(days=1), timedelta(days=2, hours=3),
    timedelta(seconds=-1), timedelta(days=-1, microseconds=1), timedelta(weeks=1, milliseconds=5), timedelta(),
    timedelta(hours=1.5, microseconds=0.6),
]:
    print(delta, '|', delta.days, delta.seconds, delta.microseconds, '|', delta.total_seconds(), bool(delta))
print(timedelta.max, timedelta.min, timedelta.resolution)
