import time

now = time.localtime()
print(now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_min, now.tm_sec, now.tm_wday, now.tm_yday, now.tm_isdst)
print(now)
time.sleep(90061.5)
now = time.localtime()
print(tuple(now), now[0], now[3:6], len(now))
print(time.strftime("%H:%M:%S", now), time.strftime("%Y", time.localtime(0)), time.localtime(86400).tm_mday)
print(time.gmtime(1_000_000_000)[:6], time.localtime() == time.gmtime())
