import time

print(time.strftime("%X"), time.strftime("%Y-%m-%d %H:%M:%S"), time.strftime("%a %d %b %Y, %j %U %w %p %I %y %%"))
time.sleep(3725)
print(time.strftime("%X"), time.strftime("%H:%M"), time.strftime("%A %B %c %x"))
time.sleep(86400 * 59)
print(time.strftime("%Y-%m-%d %X"), time.strftime("%F %T %D %R %e"), time.strftime(""), time.strftime("plain"))
