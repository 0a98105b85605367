error = ValueError("inner")
error.add_note("first note")
error.add_note("second\nnote")
group = ExceptionGroup("noted", [error, TypeError("plain")])
group.add_note("note of the group")
raise group
