import time

print("working")
time.sleep(1.5)
print("done")
