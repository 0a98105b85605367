error = ValueError("text")
print(hasattr(error, "__notes__"))
error.add_note("one")
error.add_note("two")
print(error.__notes__)
try:
    error.add_note(3)
except TypeError as wrong:
    print(wrong)
try:
    error.add_note()
except TypeError as wrong:
    print(wrong)
error.__notes__ = ["replaced"]
error.add_note("more")
print(error.__notes__)
group = ExceptionGroup("g", [error])
group.add_note("of the group")
print(group.__notes__, str(group))
