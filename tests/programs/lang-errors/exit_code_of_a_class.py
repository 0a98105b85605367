# A class that derives from SystemExit may say the exit status.
class Stopped(SystemExit):
    code = 4


raise Stopped("unused")
