for while in
