for action in ("module", "name", "attribute"):
    try:
        if action == "module":
            import no_such_module
        elif action == "name":
            from asyncio import no_such_name
        else:
            import asyncio

            asyncio.no_such_attribute
    except ModuleNotFoundError as error:
        print(type(error).__name__, error, error.name)
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)
    except AttributeError as error:
        print(type(error).__name__, error)
