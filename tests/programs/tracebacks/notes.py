error = ValueError("with notes")
error.add_note("first")
error.add_note("second\nthird")
raise error
