"""A fault of the run, as opposed to a document."""


class Failure(Exception):  # noqa: N818 - the field's word: it is no programming error
    """The run cannot answer: no such revision, no register here, nothing to write to.

    It carries a key of the catalogue of messages and the values to put in; `cli` alone catches it.
    Status 2 means "cannot decide", 3 "cannot write".
    """

    def __init__(self, key: str, *, status: int = 2, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.status = status
        self.details = details
