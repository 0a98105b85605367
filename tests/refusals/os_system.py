# Clearing the screen does nothing; any other command is refused.
import os

print(os.system("cls" if os.name == "nt" else "clear"))
os.system("ls")
