"""The languages of documents."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the register, by its ISO 639-1 code."""

    EN = "en"
    RU = "ru"
    KK = "kk"

    @property
    def region(self) -> str:
        """The region that belongs to the language in a language tag: `en-GB`, `ru-RU`, `kk-KZ`."""
        return {"en": "GB", "ru": "RU", "kk": "KZ"}[self.value]

    @property
    def tag(self) -> str:
        """The BCP 47 tag with region."""
        return f"{self.value}-{self.region}"
