import sys

for code in [None, 0, 3, 'a message', (1, 2)]:
    try:
        sys.exit(code)
    except SystemExit as exit:
        print(repr(exit), exit.code)
sys.exit('the end')
