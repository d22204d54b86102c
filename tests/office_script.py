"""Do with LibreOffice what a reader does in Word; run by the Python of the system, which can import uno.

One line of JSON a job on standard input: a file to open, the commands for it, and files to save it as by filter; one
line of JSON with `done` or `fault` as the answer.
"""

import json
import sys
import time

import uno  # type: ignore[import-not-found]

_TRIES = 300


def _connect(pipe: str) -> object:
    """The context of the program that listens on a pipe; it takes some seconds to start."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    refused = uno.getClass("com.sun.star.connection.NoConnectException")
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except refused:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


def _value(name: str, value: object) -> object:
    pair = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    pair.Name, pair.Value = name, value
    return pair


def _work(desktop: object, dispatcher: object, job: dict) -> None:
    hidden = (_value("Hidden", True),)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["open"]), "_blank", 0, hidden)
    if document is None:
        # So it answers for a file that it believes to be in use.
        raise OSError("not opened")
    try:
        for command in job["commands"]:
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        for edit in job["edits"]:
            _replace(document, *edit)
        for path, name in job["save"].items():
            document.storeToURL(uno.systemPathToFileUrl(path), (_value("FilterName", name),))
    finally:
        document.close(True)


def _replace(document: object, find: str, replace: str) -> None:
    """Put one text in the place of another, as somebody does who types with changes recorded."""
    document.RecordChanges = True
    wanted = document.createSearchDescriptor()
    wanted.SearchString = find
    found = document.findFirst(wanted)
    if found is None:
        raise LookupError(find)
    found.setString(replace)


def main(pipe: str) -> None:
    """Do the jobs in turn."""
    context = _connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        try:
            _work(desktop, dispatcher, json.loads(line))
            answer = {"done": True}
        except Exception as error:  # noqa: BLE001 - the test tells what went wrong
            answer = {"fault": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
