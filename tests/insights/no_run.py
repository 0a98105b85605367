async def main():
    print("never seen")


main()
